import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PageName } from '../../../extension/protocol/pageName';
import type { Browser, Page } from 'playwright-core';
import { Endpoint } from '../../../extension/protocol/endpoint';
import { pageHtml } from '../../../extension/protocol/pageHtml';
import themes from './themes.json';

export type Theme = keyof typeof themes;

const bundles = path.join(__dirname, '../../../dist/webviews');
const script = ['actAsVsCode.js', 'watch.js', 'contrast.js']
  .map((file) => readFileSync(path.join(__dirname, '../page', file), 'utf8'))
  .join('\n');
const origin = 'https://webview.example';
const nonce = 'Zm9yIHRlc3Rz';
/** What VS Code sets beside the theme's colours. */
const fonts = {
  '--vscode-font-family': 'system-ui, "Ubuntu", "Droid Sans", sans-serif',
  '--vscode-font-size': '13px',
  '--vscode-font-weight': 'normal',
  '--vscode-editor-font-family': '"Droid Sans Mono", monospace',
};

export interface FakeOptions {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
}

/** A page in a browser that takes the place of VS Code, and the extension host's end of its conversation. */
export interface FakeVsCode {
  readonly page: Page;
  readonly endpoint: Endpoint;
  /** Errors of the page: exceptions, refused loads, and what its content security policy blocked. */
  readonly complaints: readonly string[];
  /** What the page has saved for a reload. */
  readonly savedState: () => Promise<unknown>;
  /** As when the window is reloaded: a new page with the state of the old one. */
  readonly reload: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a built page (dist/webviews) as the extension host does; `answer` registers the host's handlers first. */
export const openPage = async (
  browser: Browser,
  name: PageName,
  answer: (endpoint: Endpoint) => void,
  { theme = 'dark', width = 1280, height = 800 }: FakeOptions = {},
): Promise<FakeVsCode> => {
  const page = await browser.newPage({ viewport: { width, height } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });

  let listener: (message: unknown) => void = () => undefined;
  await page.exposeBinding('postToHost', (_source, text: string) => listener(JSON.parse(text)));
  const endpoint = new Endpoint({
    post: (message) => void deliver(page, JSON.stringify(message)),
    listen: (next) => {
      listener = next;
      return () => (listener = () => undefined);
    },
  });
  answer(endpoint);
  page.once('close', () => endpoint.dispose());
  page.setDefaultTimeout(8000);

  const dress = JSON.stringify({ style: { ...fonts, ...themes[theme] }, kind: kinds[theme] });
  await page.addInitScript(`${script}\nactAsVsCode(${dress});`);
  await page.route('**/*', (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    return file === ''
      ? route.fulfill({ contentType: 'text/html', body: html(name) })
      : route.fulfill({ path: path.join(bundles, path.basename(file)) });
  });
  await page.goto(`${origin}/`);
  return {
    page,
    endpoint,
    complaints,
    savedState: () => page.evaluate('JSON.parse(sessionStorage.getItem("state"))'),
    reload: () => page.reload().then(() => undefined),
    close: () => page.close(),
  };
};

/** The page may be gone by the time that an answer is ready. */
const deliver = (page: Page, text: string): Promise<void> =>
  page.evaluate(`hearFromHost(${JSON.stringify(text)})`).then(ignore, ignore);

const ignore = (): void => undefined;

const html = (name: string): string =>
  pageHtml({
    cspSource: origin,
    scriptUri: `${origin}/${name}.js`,
    styleUris: [`${origin}/page.css`],
    nonce,
    title: name,
    language: 'en',
  });

const kinds: Readonly<Record<Theme, string>> = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  highContrast: 'vscode-high-contrast',
  highContrastLight: 'vscode-high-contrast-light',
};
