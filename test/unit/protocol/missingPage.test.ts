import assert from 'node:assert/strict';
import { missingAct, missingPage } from '../../../extension/protocol/missingPage';

const view = { filter: '', sort: { column: 'state', descending: false } };

describe('protocol: what a page may ask', () => {
  for (const params of [
    { view, offset: 0, limit: 100 },
    { view: { ...view, filter: 'état:"x"' }, offset: 99_999, limit: 1 },
  ])
    it(`takes ${JSON.stringify(params)}`, () => assert.ok(missingPage.accepts(params)));

  for (const params of [
    { view, offset: -1, limit: 100 },
    { view, offset: 0.5, limit: 100 },
    { view, offset: 0 },
    { view: { ...view, filter: 7 }, offset: 0, limit: 1 },
    { view: { ...view, filter: 'x'.repeat(100_001) }, offset: 0, limit: 1 },
    { view: { ...view, sort: { column: 'constructor', descending: false } }, offset: 0, limit: 1 },
    { offset: 0, limit: 1 },
    null,
  ])
    it(`refuses ${JSON.stringify(params).slice(0, 90)}`, () => assert.ok(!missingPage.accepts(params)));

  it('takes only the actions that there are, on a selection of one of two kinds', () => {
    const selection = { kind: 'pairs', pairs: ['P0100001@dp'] };
    assert.ok(missingAct.accepts({ action: 'redistribute', selection }));
    assert.ok(missingAct.accepts({ action: 'cancel', selection: { kind: 'view', filter: '', except: [] } }));
    assert.ok(!missingAct.accepts({ action: 'delete', selection }));
    assert.ok(!missingAct.accepts({ action: 'redistribute', selection: { kind: 'pairs', pairs: [7] } }));
    assert.ok(!missingAct.accepts({ action: 'redistribute', selection: { kind: 'view', filter: '' } }));
  });
});
