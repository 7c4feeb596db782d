"""Fit and check the judgement whether two texts tell the same story.

    python -m benchmarks.fit.same_story [--data ../shared/eval] [--write]

Positive: the two sides of the development stories (half of which lost or gained up to half of their content), retold
stories and the same event told by two outlets. Negative: the Russian side of one story with the English side of
another. Prints what is reached in cross-validation. Needs scikit-learn.
"""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.data.development import STORIES, Row, asked, data_file, encoder, rows, told
from benchmarks.data.fitted import fit_parser, leave_out_second, regression_record, write_model
from benchmarks.data.retold_stories import REAL, own_files, retold_rows
from translate.alignment.search import align_vectors
from translate.counterparts.judgement import judge
from translate.differences.same_story import FEATURES, same_story_features
from translate.story.story import Story

FILES = (*STORIES, *REAL)


def features(source: Story, target: Story) -> tuple[float, float, float, float]:
    judged = judge(source, target, align_vectors(source.vectors, target.vectors), encoder())
    return same_story_features(source, target, judged.told, judged.links)


def documents(row: Row) -> set[str]:
    """Those that a row was made from; the articles of two outlets are two."""
    return {row["group"], row.get("group2", row["group"])}


def as_lists(row: Row) -> Row:
    """A retold story with its sentences as plain lists."""
    texts = {language: [sentence["text"] for sentence in row[language]] for language in ("ru", "en")}
    return {"level": "retold", "group": f"retold:{row['id']}", **texts}


def main() -> None:
    leave_out_second()
    given = asked(fit_parser(__doc__))
    found = [*rows(given.data, *FILES), *map(as_lists, retold_rows(given.data))]
    russian = [told(row, "ru") for row in found]
    english = [told(row, "en") for row in found]
    kinds = [row["level"] for row in found]
    groups = [row["group"] for row in found]
    x, y, kind, group = [], [], [], []
    for k, row in enumerate(found):
        x.append(features(russian[k], english[k]))
        other = next(o for o in range(k + 1, k + len(found)) if not documents(found[o % len(found)]) & documents(row))
        x.append(features(russian[k], english[other % len(found)]))
        y += [1, 0]
        kind += [kinds[k], "unrelated"]
        group += [groups[k], groups[k]]
    values, right = np.array(x), np.array(y)
    probability = np.zeros(len(right))
    for seen, unseen in GroupKFold(5).split(values, groups=group):
        model = LogisticRegression(C=10, class_weight="balanced").fit(values[seen], right[seen])
        probability[unseen] = model.predict_proba(values[unseen])[:, 1]
    print("Cross-validation: share judged to be the same story; lowest and highest probability")
    for name in dict.fromkeys(kind):
        part = probability[np.array(kind) == name]
        print(f"{name:12s} {len(part):5d}  {100 * (part >= 0.5).mean():6.1f} %  {part.min():.3f} .. {part.max():.3f}")
    if given.write:
        model = LogisticRegression(C=10, class_weight="balanced").fit(values, right)
        files = [*(data_file(given.data, name) for name in (*FILES, "dev_retold")), *own_files()]
        write_model("same_story", regression_record(model, FEATURES, digits=2), files)


if __name__ == "__main__":
    main()
