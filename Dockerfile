# Production image: web by default, worker and commands by another command. Postgres and Meilisearch run elsewhere.
FROM node:20-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci

FROM dependencies AS build
COPY . .
RUN NEXT_TELEMETRY_DISABLED=1 NODE_ENV=production npx next build

FROM dependencies AS runtime-dependencies
RUN npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production APP_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 VAR_DIR=/data
WORKDIR /app
COPY --from=runtime-dependencies /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY package.json tsconfig.json next.config.ts proxy.ts instrumentation.ts ./
COPY public ./public
COPY app ./app
COPY bin ./bin
COPY db ./db
COPY lib ./lib
RUN mkdir /data && chown node:node /data .next
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/api/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# The budget: see compileSoon in bin/services/paths.ts.
CMD ["sh", "-c", "exec node --interrupt-budget=1000 node_modules/next/dist/bin/next start -H 0.0.0.0 -p \"$PORT\""]
