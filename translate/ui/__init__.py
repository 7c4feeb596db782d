"""Streamlit views of a Comparison; with app.py the only place that imports Streamlit."""
