"""The page of Parallax: `streamlit run app.py`."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is None:  # the server reads this file once, before it listens
    from translate.ui.serving import opening_the_browser, without_look_ups

    without_look_ups()
    app = st.App(__file__, lifespan=opening_the_browser)
else:  # and at every run of the page
    from translate.ui.masthead import ICON
    from translate.ui.page import comparison_page

    st.set_page_config(page_title="Parallax", page_icon=ICON, layout="wide")
    st.navigation([st.Page(comparison_page, title="Parallax")], position="hidden").run()
