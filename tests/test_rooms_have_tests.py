"""Every module's behaviour is at home in a test: one of its name, or the one that is named here."""

from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
PACKAGE = TESTS.parent / "translate"
# "report/console.py" is tested in tests/report/test_console.py, or where this table says. What holds nothing but
# declarations is tested by those who use it.
ELSEWHERE = {
    "__init__.py": "test_pipeline.py",
    "__main__.py": "cli/test_main.py",
    "alignment/bead.py": "alignment/test_search.py",
    "alignment/context.py": "alignment/test_search.py",
    "batch/__init__.py": "batch/test_running.py",
    "batch/cluster_worker.py": "batch/test_cluster.py",
    "batch/journal.py": "batch/test_running.py",
    "batch/outcome.py": "batch/test_running.py",
    "batch/progress.py": "cli/test_batch_progress.py",
    "batch/results.py": "batch/test_store.py",
    "batch/store_tables.py": "batch/test_store.py",
    "batch/story_rows.py": "batch/test_store.py",
    "batch/summary.py": "batch/test_running.py",
    "batch/task.py": "batch/test_running.py",
    "cli/command.py": "cli/test_arguments.py",
    "cli/commands/samples.py": "cli/test_main.py",
    "cli/commands/schema.py": "records/test_schema.py",
    "cli/commands/comparing_many.py": "several/test_reports.py",
    "cli/examination.py": "cli/commands/test_doctor.py",
    "cli/ports.py": "cli/commands/test_page.py",
    "cli/progress.py": "cli/test_main.py",
    "cli/unforeseen.py": "cli/test_process.py",
    "cli/tables.py": "cli/test_main.py",
    "comparison.py": "test_pipeline.py",
    "counterparts/pair_features.py": "counterparts/test_reading.py",
    "counterparts/unit_features.py": "counterparts/test_reading.py",
    "counterparts/word_features.py": "counterparts/test_reading.py",
    "differences/contrast.py": "differences/test_finding.py",
    "differences/contrasts/aligned_words.py": "differences/contrasts/test_meaning.py",
    "differences/contrasts/meaning_features.py": "differences/contrasts/test_meaning.py",
    "differences/contrasts/quoted_side.py": "differences/contrasts/test_quotes.py",
    "differences/contrasts/quoted_words.py": "differences/contrasts/test_quotes.py",
    "differences/contrasts/word_judgement.py": "differences/contrasts/test_meaning.py",
    "engines/child_process.py": "engines/test_firefox_process.py",
    "engines/ctranslate2_model.py": "engines/test_argos.py",
    "engines/ctranslate2_worker.py": "engines/test_trial.py",
    "engines/engine.py": "engines/test_engine_table.py",
    "engines/firefox_worker.py": "engines/test_firefox_process.py",
    "engines/gloss_lookup.py": "engines/test_gloss.py",
    "engines/gloss_words.py": "engines/test_gloss.py",
    "engines/one_thread.py": "engines/test_encoder.py",
    "engines/protocols.py": "engines/test_cached.py",
    "engines/published.py": "engines/test_standing.py",
    "engines/repetition.py": "engines/test_health.py",
    "engines/summands.py": "engines/test_in_context.py",
    "engines/transactions.py": "engines/test_cache.py",
    "engines/translation.py": "engines/test_translator.py",
    "errors.py": "text/test_reading.py",
    "languages/capitals.py": "facts/test_names.py",
    "languages/en/composing.py": "engines/test_gloss.py",
    "languages/en/forms.py": "languages/test_glossing.py",
    "languages/en/tagging.py": "languages/test_glossing.py",
    "languages/en/inflection.py": "languages/test_dictionary.py",
    "languages/language.py": "languages/test_registry.py",
    "languages/letters.py": "text/test_detection.py",
    "languages/ru/composing.py": "engines/test_gloss.py",
    "languages/ru/forms.py": "languages/test_glossing.py",
    "languages/ru/tagging.py": "languages/test_glossing.py",
    "languages/ru/transcription.py": "languages/test_glossing.py",
    "languages/ru/word_order.py": "engines/test_gloss.py",
    "languages/ru/morphology.py": "facts/test_names.py",
    "languages/ru/romanization.py": "facts/test_names.py",
    "languages/told_apart.py": "text/test_language_model.py",
    "report/engine_words.py": "cli/commands/test_engines.py",
    "report/__init__.py": "report/test_plain_reports.py",
    "report/console.py": "report/test_plain_reports.py",
    "report/csv_report.py": "report/test_plain_reports.py",
    "report/difference_records.py": "test_api.py",
    "report/fact_rows.py": "report/test_workbench.py",
    "report/markdown.py": "report/test_plain_reports.py",
    "report/view_texts.py": "report/test_view.py",
    "report/view_words.py": "report/test_russian.py",
    "report/wording.py": "report/test_russian.py",
    "report/workbook.py": "report/test_xlsx_report.py",
    "review/comparing.py": "review/test_session.py",
    "review/session_check.py": "review/test_session_file.py",
    "samples.py": "quality/test_samples.py",
    "service/asked.py": "service/test_comparing.py",
    "service/bounds.py": "service/test_telling.py",
    "service/doing.py": "service/test_at_work.py",
    "service/measured.py": "service/test_gate.py",
    "service/rates.py": "service/test_gate.py",
    "service/refusals.py": "service/test_application.py",
    "service/work.py": "service/test_comparing.py",
    "several/markdown.py": "several/test_reports.py",
    "several/matrix.py": "several/test_comparing.py",
    "several/page.py": "several/test_reports.py",
    "several/versions.py": "several/test_comparing.py",
    "several/wording.py": "several/test_reports.py",
    "testing.py": "alignment/test_properties.py",
    "text/line_features.py": "text/test_page_model.py",
    "ui/computing.py": "ui/test_page.py",
    "ui/furniture.py": "ui/test_page.py",
    "ui/help.py": "ui/test_page.py",
    "ui/kept.py": "ui/test_stories.py",
    "ui/inputs.py": "ui/test_page.py",
    "ui/look.py": "ui/test_interface_language.py",
    "ui/managing.py": "ui/test_firefox.py",
    "ui/masthead.py": "ui/test_interface_language.py",
    "ui/overview.py": "ui/test_overview_page.py",
    "ui/monitor_filters.py": "ui/test_monitor.py",
    "ui/monitor_store.py": "ui/test_monitor.py",
    "ui/packages.py": "ui/test_offer.py",
    "ui/plain.py": "ui/test_page.py",
    "ui/plots.py": "ui/test_overview_page.py",
    "ui/reading_component.py": "ui/test_reviewing.py",
    "ui/result.py": "ui/test_page.py",
    "ui/visitor_cookie.py": "ui/test_visitors.py",
    "ui/sessions.py": "ui/test_reviewing.py",
    "ui/settings.py": "ui/test_page.py",
    "ui/tour.py": "ui/test_interface_language.py",
}


def holds_something(path: Path) -> bool:
    """Whether there is more in a module than its first docstring."""
    return path.name != "__init__.py" or len(path.read_text(encoding="utf-8").strip().splitlines()) > 1


MODULES = sorted(str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py") if holds_something(path))


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_a_test(module: str) -> None:
    room, name = Path(module).parent, Path(module).stem
    test = TESTS / ELSEWHERE.get(module, str(room / f"test_{name}.py"))
    assert test.is_file(), f"write tests/{room}/test_{name}.py, or say in ELSEWHERE which test is about {module}"
    assert "\ndef test_" in test.read_text(encoding="utf-8"), f"{test} holds no test"


@pytest.mark.parametrize("module", ELSEWHERE)
def test_the_table_is_needed(module: str) -> None:
    """It names modules that there are and that have no test of their name."""
    room, name = Path(module).parent, Path(module).stem
    assert (PACKAGE / module).is_file()
    assert not (TESTS / room / f"test_{name}.py").exists()
