# The page for others: docs/deployment.md. Built of a checkout: docker build --tag parallax .
FROM python:3.12-slim-bookworm AS build

COPY pyproject.toml requirements.txt README.md LICENSE app.py /source/
COPY .streamlit /source/.streamlit
COPY demo /source/demo
COPY samples /source/samples
COPY translate /source/translate
# Of a cluster, as docs/cluster.md has it: docker build --build-arg EXTRAS=all,accurate,cluster,s3
ARG EXTRAS=all,accurate
# The virtual environment has no pip of its own: none goes with it into the image.
RUN python -m venv --without-pip /opt/parallax \
 && pip --python /opt/parallax/bin/python install --no-cache-dir \
    --constraint /source/requirements.txt "/source[${EXTRAS}]"

FROM python:3.12-slim-bookworm

# Nothing is installed at run time, so what installs is taken out.
RUN pip uninstall --yes --root-user-action=ignore pip \
 && useradd --uid 10001 --no-create-home --home-dir /var/lib/parallax --shell /usr/sbin/nologin parallax \
 && mkdir --parents /var/lib/parallax/cache /var/lib/parallax/packages /var/lib/parallax/firefox \
 && chown --recursive 10001:10001 /var/lib/parallax
COPY --from=build /opt/parallax /opt/parallax

ENV PATH=/opt/parallax/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOME=/var/lib/parallax \
    XDG_CACHE_HOME=/var/lib/parallax/cache \
    XDG_DATA_HOME=/var/lib/parallax \
    ARGOS_PACKAGES_DIR=/var/lib/parallax/packages \
    PARALLAX_FIREFOX_DIR=/var/lib/parallax/firefox \
    PARALLAX_REMEMBER=0

USER 10001:10001
WORKDIR /var/lib/parallax
VOLUME /var/lib/parallax
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
ENTRYPOINT ["parallax"]
CMD ["page", "--address", "0.0.0.0", "--port", "8501", "--no-browser"]
