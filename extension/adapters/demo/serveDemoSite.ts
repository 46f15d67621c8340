import type { CimProperties } from '../../ports/cim';
import type { RowBatch } from '../../ports/siteDatabase';
import * as protocol from '../../protocol/demoSite';
import type { Endpoint } from '../../protocol/endpoint';
import { DemoEngine } from './demoEngine';

interface Reading {
  readonly rows: AsyncIterator<RowBatch>;
  readonly cancel: AbortController;
}

/**
 * Answers a DemoSiteClient. The first request has to be `open`.
 * @param stop ends the worker, for the fault `stopAfterRows`
 * @param open gives the site that the client is to see
 * @returns lets go of what the client has left
 */
export const serveDemoSite = (
  endpoint: Endpoint,
  stop: () => void,
  open: (options: protocol.DemoSiteOptions) => Promise<DemoEngine> = (options) => DemoEngine.open(options),
): (() => void) => {
  let opened: DemoEngine | undefined;
  let unregister = (): void => undefined;
  const readings = new Map<number, Reading>();
  let rowsLeft = Infinity;

  const engine = (): DemoEngine => {
    if (opened === undefined) throw new Error('The demo site is not open yet.');
    return opened;
  };
  const close = (reading: number): void => {
    const known = readings.get(reading);
    readings.delete(reading);
    known?.cancel.abort();
    void known?.rows.return?.();
  };

  endpoint.handle(protocol.openDemoSite, async (options) => {
    opened = await open(options);
    unregister = opened.onDidChange((changed) => endpoint.notify(protocol.siteChanged, changed));
    rowsLeft = options.faults.stopAfterRows ?? Infinity;
    return { info: opened.info, pace: opened.clock.running };
  });
  endpoint.onNotification(protocol.changeFaults, (faults) => {
    engine().changeFaults(faults);
    rowsLeft = faults.stopAfterRows ?? Infinity;
  });
  endpoint.handle(protocol.readCatalogue, async (_, signal) => {
    const catalogue = await engine().database.catalogue(signal);
    return Array.from(catalogue, ([view, columns]) => [view, [...columns]] as const);
  });
  endpoint.handle(protocol.openReading, ({ reading, query, parameters }) => {
    const cancel = new AbortController();
    const rows = engine().database.run(query, parameters, cancel.signal);
    readings.set(reading, { rows: rows[Symbol.asyncIterator](), cancel });
    return undefined;
  });
  endpoint.handle(protocol.nextBatch, async ({ reading }) => {
    try {
      const next = await readings.get(reading)?.rows.next();
      if (next?.done === false) {
        rowsLeft -= next.value.rows.length;
        if (rowsLeft < 0) stop();
        return next.value;
      }
    } catch (error) {
      close(reading);
      throw error;
    }
    close(reading);
    return undefined;
  });
  endpoint.onNotification(protocol.closeReading, ({ reading }) => close(reading));
  endpoint.handle(protocol.cimGet, ({ target, path }, signal) => engine().cim.get(target, path, signal));
  endpoint.handle(protocol.cimPut, async ({ target, path, properties }, signal) => {
    await engine().cim.put(target, path, properties, signal);
    return undefined;
  });
  endpoint.handle(protocol.cimInvoke, ({ target, className, method, parameters }, signal) =>
    engine().cim.invoke(target, className, method, parameters, signal),
  );
  endpoint.handle(protocol.cimInvokeOn, ({ target, path, method, parameters }, signal) =>
    engine().cim.invokeOn(target, path, method, parameters, signal),
  );
  endpoint.handle(protocol.cimDelete, async ({ target, path }, signal) => {
    await engine().cim.delete(target, path, signal);
    return undefined;
  });
  endpoint.handle(protocol.cimQuery, async ({ target, query }, signal) => {
    const found: CimProperties[] = [];
    for await (const page of engine().cim.query(target, query, signal)) found.push(...page);
    return found;
  });
  endpoint.handle(protocol.listFolder, async ({ root, folder }, signal) =>
    engine().computers.files(root).list(folder, signal),
  );
  endpoint.handle(protocol.readBytes, ({ root, file, from, length }, signal) =>
    engine().computers.files(root).read(file, from, length, signal),
  );
  endpoint.handle(protocol.readFileText, ({ root, file }, signal) =>
    engine().computers.files(root).readText(file, signal),
  );
  endpoint.handle(protocol.readRequests, () => engine().requests);
  endpoint.handle(protocol.advanceTime, async ({ milliseconds }) => {
    await engine().advance(milliseconds);
    return undefined;
  });
  return () => {
    unregister();
    for (const reading of [...readings.keys()]) close(reading);
  };
};
