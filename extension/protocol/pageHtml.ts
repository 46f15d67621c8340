/** What a page is made of. The host gives addresses that its webview may load. */
export interface PageParts {
  /** The webview's cspSource. */
  readonly cspSource: string;
  /** The page's bundle, dist/webviews/<page>.js. */
  readonly scriptUri: string;
  /** dist/webviews/page.css; the icon font is beside it. */
  readonly styleUris: readonly string[];
  /** New for each page. */
  readonly nonce: string;
  readonly title: string;
  /** BCP 47, for screen readers. */
  readonly language: string;
  /** Key of the site that the page shows, for the state that it saves; '' for none. */
  readonly site?: string;
}

/** The document of a webview: nothing inline, and the one script known by its nonce. */
export const pageHtml = ({
  cspSource,
  scriptUri,
  styleUris,
  nonce,
  title,
  language,
  site = '',
}: PageParts): string =>
  `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy(cspSource, nonce))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${styleUris.map((uri) => `<link rel="stylesheet" href="${escapeHtml(uri)}">`).join('\n')}
</head>
<body data-site="${escapeHtml(site)}">
<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(scriptUri)}"></script>
</body>
</html>`;

const policy = (cspSource: string, nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    `img-src ${cspSource}`,
  ].join('; ');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => entities[one] ?? one);
