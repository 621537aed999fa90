# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
FROM swift:6.2-bookworm AS build
WORKDIR /src
COPY Scripts/dependencies Scripts/dependencies
RUN Scripts/dependencies
COPY . .
RUN swift build -c release --static-swift-stdlib --product pamphlet \
 && swift build -c release --static-swift-stdlib --product pamphletd \
 && swift build -c release --product pamphlet-pdf \
 && Scripts/install --built "$(swift build -c release --show-bin-path)" --no-documentation /out

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      libxapian30 libgumbo1 libuchardet0 libutf8proc2 libxxhash0 libcld2-0 libcmark-gfm0.29.0.gfm.6 \
      libcmark-gfm-extensions0.29.0.gfm.6 libxml2 libzip4 libarchive13 \
      libpoppler-cpp0v5 curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home --home-dir /var/lib/pamphlet pamphlet \
 && install -d -o pamphlet -g pamphlet /var/lib/pamphlet/index /var/lib/pamphlet/texts
COPY --from=build /out/ /usr/local/
USER pamphlet
ENV PAMPHLET_INDEX=/var/lib/pamphlet/index
VOLUME ["/var/lib/pamphlet/index", "/var/lib/pamphlet/texts"]
EXPOSE 8017
HEALTHCHECK --interval=30s --timeout=3s CMD curl -fsS http://127.0.0.1:8017/healthz || exit 1
# Only inside the container is every address bound; publish the port to 127.0.0.1.
CMD ["pamphletd", "--host", "0.0.0.0"]
