"""Parts of a matched sentence that only one version has, as the sentence encoder sees them, and rewordings that are
none."""

import pytest

from translate.differences.bead_side import sides_between
from translate.differences.parts.partial import CAREFUL, SENSITIVE, PartialFinding, find_partial
from translate.engines.encoder import default_encoder
from translate.story.story import Story, tell
from translate.text.document import document_of_sentences

pytestmark = pytest.mark.model


def story(*sentences: str, language: str) -> Story:
    return tell(document_of_sentences(sentences, language), default_encoder())


def found(russian: str, english: str) -> list[tuple[str, str]]:
    """Side and words of every part found."""
    source, target = story(russian, language="ru"), story(english, language="en")
    texts = {"source": source.sentences[0].text, "target": target.sentences[0].text}
    sides = (("source", source, target), ("target", target, source))
    return [
        (side, texts[side][finding.start : finding.end])
        for side, own, others in sides
        for finding in find_partial(*sides_between(own, others, (0,), (0,)), default_encoder())
    ]


ONE_SIDED = [  # the part in brackets stands in one version only
    ("Мост закрыли на ремонт[, который продлится до конца года].", "The bridge was closed for repairs."),
    ("Мост закрыли на ремонт.", "The bridge was closed for repairs[, which will last until the end of the year]."),
    ("Мэр[, который руководит городом уже десять лет,] подал в отставку.", "The mayor has resigned."),
    ("Мэр подал в отставку.", "The mayor[, who has run the city for ten years,] has resigned."),
    (
        "Пожарные потушили огонь за два часа[, сообщили в пресс-службе министерства].",
        "Firefighters put it out in two hours.",
    ),
    (
        "Врачи просят жителей носить маски в транспорте.",
        "Doctors ask residents to wear masks on public transport[, because the number of infections is growing].",
    ),
    (
        "Компания уволила триста человек[, чтобы сократить расходы на производство].",
        "The company laid off three hundred people.",
    ),
    ("Дети собрали урожай[, несмотря на сильный дождь и холодный ветер].", "The children brought in the harvest."),
    (
        "Учёные нашли новый вид лягушек.",
        "Scientists found a new species of frog[, living in caves high up in the mountains].",
    ),
    (
        "Суд приговорил чиновника к пяти годам тюрьмы.",
        "The court sentenced the official to five years in prison[ for taking bribes from builders].",
    ),
    (
        "Библиотека открылась после ремонта[, в ней появился зал для выставок].",
        "The library reopened after renovation.",
    ),
    ("Поезд опоздал на три часа[ из-за снегопада и сломанной стрелки].", "The train was three hours late."),
    (
        "Рыбаки вернулись в порт.",
        "The fishermen returned to port[, while the coast guard continued to look for the second boat].",
    ),
    ("Певица отменила концерт в Самаре[ и вернула деньги за билеты].", "The singer cancelled the concert in Samara."),
    (
        "Школьники посадили деревья вдоль дороги.",
        "Schoolchildren planted trees along the road[, according to the regional newspaper].",
    ),
    ("Президент подписал закон[, направленный на поддержку многодетных семей].", "The president signed the law."),
    (
        "Завод остановил производство автомобилей.",
        "The factory stopped making cars[ after its Japanese partner left the market].",
    ),
    (
        "Туристы[, прилетевшие ночным рейсом из Турции,] провели в аэропорту сутки.",
        "The tourists spent a day at the airport.",
    ),
    (
        "Тренер доволен игрой команды.",
        "The coach is happy with how the team played[, although three of its best players were injured].",
    ),
    ("Магазины закроются раньше обычного[, говорится в сообщении мэрии].", "The shops will close earlier than usual."),
    (
        "Вода в реке поднялась на метр[, затопив подвалы жилых домов на набережной].",
        "The water in the river rose by a metre.",
    ),
    (
        "Вода в реке поднялась на метр.",
        "The water in the river rose by a metre[, flooding the basements of houses on the embankment].",
    ),
    ("Полиция задержала двух подростков[, которых подозревают в краже велосипедов].", "Police detained two teenagers."),
    ("Полиция задержала двух подростков.", "Police detained two teenagers[ who are suspected of stealing bicycles]."),
    (
        "Больница получила новое оборудование[, в том числе аппараты искусственной вентиляции лёгких].",
        "The hospital received new equipment.",
    ),
    (
        "Больница получила новое оборудование.",
        "The hospital received new equipment[, including ventilators and X-ray machines].",
    ),
    (
        "Театр откроет сезон премьерой[, над которой режиссёр работал почти три года].",
        "The theatre will open the season with a premiere.",
    ),
    (
        "Театр откроет сезон премьерой.",
        "The theatre will open the season with a premiere[ that the director had worked on for almost three years].",
    ),
    ("Цены на хлеб выросли[, так как подорожали мука и топливо].", "Bread prices have gone up."),
    ("Цены на хлеб выросли.", "Bread prices rose[, as flour and fuel have become more expensive]."),
    ("Журналист покинул страну[ и попросил политического убежища в Норвегии].", "The journalist left the country."),
    ("Журналист покинул страну.", "The journalist left the country[ and applied for political asylum in Norway]."),
]


@pytest.mark.parametrize(("russian", "english"), ONE_SIDED)
def test_a_part_without_counterpart_is_found(russian: str, english: str) -> None:
    side = "source" if "[" in russian else "target"
    marked = russian if side == "source" else english
    missing = marked[marked.index("[") + 1 : marked.index("]")]
    parts = found(*(text.replace("[", "").replace("]", "") for text in (russian, english)))
    assert [where for where, _ in parts] == [side]
    words = set(missing.strip(" ,.").split())
    common = words & set(parts[0][1].strip(" ,.").split())
    assert len(common) >= len(words) / 2


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        (
            "Мост закрыли на ремонт, который продлится до конца года.",
            "The bridge was closed for repairs that will last until the end of the year.",
        ),
        (
            "Мэр, который руководит городом уже десять лет, подал в отставку.",
            "The mayor, in office for ten years, has resigned.",
        ),
        ("Пожарные потушили огонь за два часа.", "It took firefighters two hours to put out the blaze."),
        (
            "Врачи просят жителей носить маски в транспорте.",
            "Residents are being asked by doctors to wear masks on public transport.",
        ),
        ("Компания уволила триста человек.", "The company let three hundred of its employees go."),
        (
            "Дети собрали урожай, несмотря на сильный дождь.",
            "In spite of heavy rain, the children brought in the harvest.",
        ),
        (
            "Учёные нашли новый вид лягушек, живущих в пещерах.",
            "A new species of cave-dwelling frog has been found by scientists.",
        ),
        ("Суд приговорил чиновника к пяти годам тюрьмы.", "The official was sentenced to five years in prison."),
        ("Библиотека открылась после ремонта.", "The library has reopened following renovation."),
        ("Поезд опоздал на три часа из-за снегопада.", "Snow delayed the train by three hours."),
        ("Рыбаки вернулись в порт.", "The fishermen are back in port."),
        ("Певица отменила концерт в Самаре.", "The singer called off her concert in Samara."),
        ("Школьники посадили деревья вдоль дороги.", "Trees were planted along the road by schoolchildren."),
        (
            "Президент подписал закон о поддержке многодетных семей.",
            "The president signed a law supporting large families.",
        ),
        ("Завод остановил производство автомобилей.", "The plant has halted car production."),
        ("По словам тренера, команда играла хорошо.", "The team played well, the coach said."),
        (
            "Магазины закроются раньше обычного, сообщили в мэрии.",
            "Shops will close earlier than usual, the mayor's office said.",
        ),
        ("Вода в реке поднялась на метр.", "The river rose by a metre."),
        (
            "Полиция задержала двух подростков, подозреваемых в краже.",
            "Police detained two teenagers on suspicion of theft.",
        ),
        ("Больница получила новое оборудование.", "New equipment has arrived at the hospital."),
        ("Театр откроет сезон премьерой.", "A premiere will open the theatre's season."),
        (
            "Цены на хлеб выросли, так как подорожала мука.",
            "Bread prices have gone up because flour has become more expensive.",
        ),
        (
            "Журналист покинул страну и попросил убежища в Норвегии.",
            "The journalist left the country and applied for asylum in Norway.",
        ),
        ("Министр обороны прибыл в Минск с визитом.", "The defence minister arrived in Minsk on a visit."),
        ("Уровень безработицы снизился до четырёх процентов.", "The unemployment rate fell to four percent."),
        ("Глава МИД Сергей Лавров встретился с послом.", "Foreign Minister Sergei Lavrov met the ambassador."),
        ("В результате аварии никто не пострадал.", "No one was hurt in the accident."),
        ("Экспорт зерна вырос за год вдвое.", "Grain exports doubled over the year."),
        ("Спектакль понравился и зрителям, и критикам.", "Audiences and critics alike enjoyed the show."),
        ("Это решение вызвало споры.", "The decision proved controversial."),
        ("Он умер в возрасте 84 лет.", "He died aged 84."),
        ("Город готовится к празднику.", "The city is getting ready for the holiday."),
    ],
)
def test_a_rewording_is_no_missing_part(russian: str, english: str) -> None:
    assert found(russian, english) == []


def test_what_moved_into_the_next_sentence_is_not_missing() -> None:
    source = story("Пожарные потушили огонь за два часа, сообщили в пресс-службе министерства.", language="ru")
    target = story(
        "Firefighters put out the fire in two hours.",
        "This was announced by the press service of the ministry.",
        language="en",
    )
    assert find_partial(*sides_between(source, target, (0,), (0, 1)), default_encoder()) == ()
    assert find_partial(*sides_between(target, source, (0, 1), (0,)), default_encoder()) == ()


def test_a_finding_names_the_facts_that_stand_on_one_side_only() -> None:
    source = story("Завод закроют, сказал Иван Петров, который возглавил его в 2019 году.", language="ru")
    target = story("The factory will be closed.", language="en")
    findings: tuple[PartialFinding, ...] = find_partial(*sides_between(source, target, (0,), (0,)), default_encoder())
    assert any("2019" in text for finding in findings for text in finding.lone)
    assert all(0.0 <= finding.probability <= 1.0 and -1.0 <= finding.fit <= 1.0 for finding in findings)


def test_a_blank_or_one_word_side_gives_nothing() -> None:
    assert found("Да.", "Yes.") == []
    assert found("...", "The bridge was closed.") == []


def test_a_lower_limit_finds_no_less() -> None:
    source = story("Дети собрали урожай в саду, несмотря на сильный дождь и холодный ветер.", language="ru")
    target = story("The children brought in the harvest.", language="en")
    careful, sensitive = (
        find_partial(*sides_between(source, target, (0,), (0,)), default_encoder(), least=least)
        for least in (CAREFUL, SENSITIVE)
    )
    assert len(sensitive) >= len(careful)
    assert all(finding.probability >= SENSITIVE for finding in sensitive)


def test_the_nearest_words_lie_in_the_other_sentence() -> None:
    source = story("Полиция задержала двух подростков, которых подозревают в краже велосипедов.", language="ru")
    target = story("Police detained two teenagers.", language="en")
    (finding,) = find_partial(*sides_between(source, target, (0,), (0,)), default_encoder())
    assert finding.nearest is not None
    sentence, start, end = finding.nearest
    assert target.sentences[sentence].text[start:end]


def test_the_same_bead_gives_the_same_findings() -> None:
    def once() -> tuple[PartialFinding, ...]:
        source = story("Цены на хлеб выросли, так как подорожали мука и топливо.", language="ru")
        target = story("Bread prices have gone up.", language="en")
        return find_partial(*sides_between(source, target, (0,), (0,)), default_encoder(), least=0.0)

    assert once() == once() != ()
