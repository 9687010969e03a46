// A web site of somebody else, with a strict Content-Security-Policy and, where asked for, a style sheet that means harm.

import { createServer } from 'node:http';

const hostileStyle = `
  * { all: unset !important; }
  html { font-size: 60px !important; line-height: 4 !important; color: white !important; background: white !important; }
  html { letter-spacing: 9px !important; text-transform: uppercase !important; text-indent: 50px !important; }
  div, form, button, p, ul, li { display: none; }
  input, [hidden] { display: block !important; width: 7px !important; transform: rotate(90deg); }
  a { color: white !important; pointer-events: none; }
  :root { --text: white; --background: white; --accent: white; --radius: 50px; }
`;
const plainStyle = 'body { margin: 16px; font-family: sans-serif; }';

/** Starts it. `write` says what its page holds; `address` shows that. */
export async function startSite(service) {
  let page = {};
  const server = createServer((request, reply) => {
    const { pathname } = new URL(request.url, 'http://site');
    if (pathname === '/style.css') {
      reply.writeHead(200, { 'Content-Type': 'text/css' });
      return reply.end(page.isHostile ? hostileStyle : plainStyle);
    }
    if (pathname !== '/') return reply.writeHead(204).end();
    reply.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        `default-src 'none'; script-src ${service}; connect-src ${service} ${page.connect ?? ''}; style-src 'self'; ` +
        `form-action ${service}; base-uri 'none'; require-trusted-types-for 'script'`,
    });
    return reply.end(`<!doctype html>
<html lang="${page.lang ?? 'fi'}">
<head>
  <title>Muu sivusto</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="/style.css">
  ${(page.scripts ?? [`${service}/well/widget/v1/kiertoon.js`])
    .map((address) => `<script type="module" src="${address}"></script>`)
    .join('\n')}
</head>
<body><main><h1>Muu sivusto</h1>${page.body}</main></body>
</html>`);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    write: (content) => (page = content),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
