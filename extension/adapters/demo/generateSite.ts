import { pairId } from '../../core/reconcile/pairId';
import { openDemoDatabase, type DemoDatabase } from './demoDatabase';
import { logCycles } from './site/cycleMessages';
import { planDisagreements, type Disagreements } from './site/disagreements';
import type { PairStory } from './site/pairStory';
import { planStatusRules, type DemoRules } from './site/statusRules';
import { MessageLog } from './site/messageLog';
import { planSite, type SiteModel, type SiteOptions } from './site/siteModel';
import { tellStories } from './site/tellStories';
import { TrueContents } from './site/trueContent';
import { Truth } from './site/truth';
import { derivedCopies } from './tables/derivedCopies';
import { derivedCountViews } from './tables/derivedCountViews';
import { derivedMessageViews } from './tables/derivedMessageViews';
import { derivedPairViews } from './tables/derivedPairViews';
import { writeInventory } from './tables/inventoryWriter';
import { MessageWriter } from './tables/messageWriter';
import { writeNalPaths } from './tables/nalPathRows';
import { PairWriter } from './tables/pairWriter';
import { createSiteTables, finishSiteTables } from './tables/siteTables';
import { Texts } from './tables/texts';
import { nalText } from './site/nalText';

/** A site with all its rows, what there is to find in it, and what truly lies on its DPs. */
export interface GeneratedSite {
  readonly model: SiteModel;
  readonly database: DemoDatabase;
  /** Appends status messages. */
  readonly messages: MessageWriter;
  readonly contents: TrueContents;
  readonly truth: Truth;
  readonly disagreements: Disagreements;
  readonly statusRules: DemoRules;
}

/** @returns the messages' numbers, by entry */
const writeMessages = (log: MessageLog, writer: MessageWriter): Int32Array => {
  const order = log.inOrder();
  const numbers = new Int32Array(order.length);
  for (const entry of order) numbers[entry] = writer.write(log.at(entry));
  return numbers;
};

/** Tells all stories and writes their rows. */
const fill = (
  database: DemoDatabase,
  model: SiteModel,
  messages: MessageWriter,
): Pick<GeneratedSite, 'truth' | 'contents'> => {
  const truth = new Truth(model);
  const contents = new TrueContents();
  const log = new MessageLog();
  const stories: PairStory[] = [];
  logCycles(model, log);
  for (const told of tellStories(model, log)) {
    const { story } = told;
    truth.add(told);
    contents.set(pairId(story.what.packageId, story.dp.key), story.truth);
    stories.push(story);
  }
  const numbers = writeMessages(log, messages);
  writeNalPaths(database, model);
  const pairs = new PairWriter(database, numbers);
  for (const story of stories) pairs.write(story);
  pairs.close();
  return { truth, contents };
};

/** Generates a site; the same options give the same rows. Throws when a case finds no place. */
export const generateSite = async (options: SiteOptions): Promise<GeneratedSite> => {
  const model = planSite(options);
  const database = await openDemoDatabase(options.release, {
    ...derivedCopies(options.release),
    ...derivedCountViews,
    ...derivedMessageViews,
    ...derivedPairViews,
  });
  createSiteTables(database);
  database.run('BEGIN');
  writeInventory(database, model);
  const texts = new Texts(database, {
    siteCode: model.siteCode,
    sourceNalPath: nalText(model.siteServer, model.siteCode, true),
  });
  const messages = new MessageWriter(database, texts, model.siteServer);
  const { truth, contents } = fill(database, model, messages);
  database.run('COMMIT');
  finishSiteTables(database);
  const disagreements = planDisagreements(model, truth, contents);
  const statusRules = planStatusRules(model);
  return { model, database, messages, contents, truth, disagreements, statusRules };
};
