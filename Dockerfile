# syntax=docker/dockerfile:1
# One image for every process. As it is: all in one. With arguments: cmd/api.ts, cmd/worker.ts, cmd/scheduler.ts, cmd/migrate.ts,
# cmd/admin.ts <chore>.
ARG NODE_VERSION=26

# The pages are the same on every machine: they are built once, on the one that builds.
FROM --platform=$BUILDPLATFORM node:${NODE_VERSION}-slim AS pages
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY generated/menu.gen.ts generated/menu.gen.ts
COPY generated/sdk generated/sdk
COPY web web
RUN node web/build.ts

# Nothing compiles: what is not JavaScript comes ready made for each machine.
FROM node:${NODE_VERSION}-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:${NODE_VERSION}-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
# All of /app belongs to root and is only read; what is written lies in /data.
RUN install -d -m 0700 -o 1000 -g 1000 /data
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
# The data of the sample: one file of a package of 42 MB.
COPY --from=pages /app/node_modules/vega-datasets/package.json node_modules/vega-datasets/package.json
COPY --from=pages /app/node_modules/vega-datasets/data/seattle-weather.csv node_modules/vega-datasets/data/seattle-weather.csv
COPY package.json LICENSE ./
COPY sql sql
COPY --from=pages /app/web/dist web/dist
COPY generated generated
COPY internal internal
COPY cmd cmd
USER 1000:1000
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 CMD ["node", "cmd/health.ts"]
# Node is the first process and handles the signals itself: no shell and no npm in between.
ENTRYPOINT ["node"]
CMD ["cmd/platform.ts"]

ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Archwright" \
      org.opencontainers.image.description="Workflows of tools, durable and multi-tenant, on Postgres or SQLite" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
