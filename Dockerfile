# Not yet built anywhere: no container engine was at hand. See docs/operations.md.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force

FROM node:24-bookworm-slim
# Reachable from outside its container; without an app id /api/messages is closed then.
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=production /app/node_modules ./node_modules
COPY --from=build /app/package.json ./
COPY --from=build /app/dialogs ./dialogs
COPY --from=build /app/locales ./locales
COPY --from=build /app/dist ./dist
# A volume for the SQLite file; with PostgreSQL nothing is written here.
RUN mkdir data && chown node:node data
USER node
EXPOSE 3978
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3978) + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/index.js"]
