"""The answer of a store as people, spreadsheets and programs read it."""

import json

from translate.store import Answer

ANSWER = Answer(
    ("name", "=count", "share"), (("=HYPERLINK(1)", 3, 0.25), ("Мост\nоткрыли", None, float("inf")), (b"\xff", -1, 1.0))
)


def test_people_get_a_table():
    assert ANSWER.text("table") == (
        "name           =count  share\n"
        "-------------  ------  -----\n"
        "=HYPERLINK(1)       3   0.25\n"
        "Мост открыли\n"
        "ff                 -1    1.0\n"
    )
    [_, _, line] = Answer(("text",), (("long " * 99,),)).text("table").splitlines()
    assert len(line) <= 60
    assert line.endswith("…")
    assert Answer(("a", "b"), ()).text("table") == "a  b\n-  -\n"


def test_a_spreadsheet_gets_no_formula():
    assert ANSWER.text("csv") == ("name,'=count,share\r\n'=HYPERLINK(1),3,0.25\r\n\"Мост\nоткрыли\",,\r\nff,-1,1.0\r\n")


def test_programs_get_records():
    found = json.loads(ANSWER.text("json"))
    assert found["columns"] == ["name", "=count", "share"]
    assert found["rows"][1] == {"name": "Мост\nоткрыли", "=count": None, "share": None}
    alike = json.loads(Answer(("a", "a"), ((1, 2),)).text("json"))
    assert alike == {"columns": ["a", "a"], "rows": [[1, 2]]}
