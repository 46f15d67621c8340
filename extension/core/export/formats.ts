import { csvWriter } from './csv';
import type { ExportHead, ExportWriter } from './exportWriter';
import { htmlWriter } from './html';
import { jsonWriter } from './json';
import { markdownWriter } from './markdown';

export const exportFormats = ['csv', 'json', 'markdown', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What files of a format are called, and what people call it. */
export const formatNames: Readonly<
  Record<ExportFormat, { readonly name: string; readonly extension: string }>
> = {
  csv: { name: 'CSV', extension: 'csv' },
  json: { name: 'JSON', extension: 'json' },
  markdown: { name: 'Markdown', extension: 'md' },
  html: { name: 'HTML', extension: 'html' },
};

export const exportWriter = (format: ExportFormat, head: ExportHead): ExportWriter => {
  switch (format) {
    case 'csv':
      return csvWriter();
    case 'json':
      return jsonWriter();
    case 'markdown':
      return markdownWriter(head);
    case 'html':
      return htmlWriter(head);
  }
};
