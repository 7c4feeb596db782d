"""The page of Parallax: `streamlit run app.py`."""

import streamlit as st

from translate.ui.masthead import ICON
from translate.ui.page import comparison_page

st.set_page_config(page_title="Parallax", page_icon=ICON, layout="wide")
st.navigation([st.Page(comparison_page, title="Parallax")], position="hidden").run()
