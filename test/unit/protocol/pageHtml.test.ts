import assert from 'node:assert/strict';
import { pageHtml, type PageParts } from '../../../extension/protocol/pageHtml';

const parts: PageParts = {
  cspSource: 'https://webview.example',
  scriptUri: 'https://webview.example/missing.js',
  styleUris: ['https://webview.example/page.css'],
  nonce: 'abc',
  title: 'Missing Content',
  language: 'de',
};

const policyOf = (html: string): string => /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';

describe('protocol: the document of a webview', () => {
  it('allows its one script by nonce, files of the extension, and nothing inline', () => {
    const html = pageHtml(parts);
    const policy = policyOf(html);
    assert.match(policy, /default-src &#39;none&#39;/);
    assert.match(policy, /script-src &#39;nonce-abc&#39;;/);
    assert.doesNotMatch(policy, /unsafe|\*|data:|http:/);
    assert.doesNotMatch(html, /<style|style=|\son\w+=|<script(?! nonce="abc" src=)/);
  });

  it('keeps every text that it is given a text', () => {
    const hostile = `"><script>alert(1)</script>'&`;
    const html = pageHtml({
      ...parts,
      title: hostile,
      language: hostile,
      scriptUri: hostile,
      styleUris: [hostile],
    });
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.ok(html.includes('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;'));
  });
});
