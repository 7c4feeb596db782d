"""Beginnings of words that no result may show, and whole words, for both languages."""

import re

OBSCENE = re.compile(
    r"(?<!\w)(?:"
    r"(?:на|по|до|за|от|о|об|вы|при|про|рас|у|не|ни|с|съ|подъ|разъ|объ|въ|изъ)?(?:ху[йеёяию]|пизд|[её]б(?:а[лнтш]|л[аоия]|н[уа]))"
    r"|бля(?:д|т(?:ь|ск))|муд(?:ак|ач|озвон)|залуп|гандон|гондон|пид[оа]р|педик|шлюх|сучк|жоп|срать|насрать|говн|дерьм"
    r"|трахат|дроч|мразот"
    r"|fuck|motherfuck|shit(?!ake)|bullshit|cunt|bitch|asshole|arsehole|whore|slut|nigger|faggot|wank"
    r"|(?:ass|arse|dick|cock|pussy|crap|piss|tits|twat)(?!\w)"
    r")",
    re.IGNORECASE,
)
