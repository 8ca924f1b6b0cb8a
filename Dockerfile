FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings Node 24 itself, so no package needs its install script.
RUN npm install --no-save --omit=dev --ignore-scripts
COPY . .
RUN mkdir -p /data/files && chown node /data/files
USER node
ENV NODE_ENV=production
CMD ["node", "api/server.ts"]
