import type { Mention } from './mention';

const guid = new RegExp('(?<!H)H{8}-(?:H{4}-){3}H{12}(?!H)'.replaceAll('H', '[0-9A-Fa-f]'), 'g');

/** `DTSJob {G}`, `CTM job {G}`, `BITS job '{G}'`, `JobID={G}`, `content job id {G}`, `location request {G}`. */
const called = /(?:job(?: ?id)?|request)[^\w\r\n]{0,3}$/i;
const reach = 16;

/** GUIDs: of jobs and requests, and of other things. */
export const guids = (text: string): readonly Mention[] =>
  Array.from(text.matchAll(guid), ({ 0: written, index: start }) => {
    const kind = called.test(text.slice(Math.max(0, start - reach), start)) ? 'job' : 'guid';
    return { kind, key: written.toUpperCase(), start, end: start + written.length };
  });

/** PkgXferMgr numbers its jobs; the sender's have eight characters, which its instructions are named after. */
const numbers = [
  /\b(?:Job|request with ID): (\d{1,10})\b/dg,
  /\bsend request(?:\. {1,2}ID:)? (\w{8})\b/dgi,
  /\binstruction (\w{8})\.sni\b/dgi,
];

/** Jobs of senders. */
export const jobNumbers = (text: string): readonly Mention[] =>
  numbers.flatMap((form) =>
    Array.from(text.matchAll(form), ({ 1: written = '', indices }) => {
      const start = indices?.[1]?.[0] ?? 0;
      return { kind: 'job', key: written.toUpperCase(), start, end: start + written.length };
    }),
  );
