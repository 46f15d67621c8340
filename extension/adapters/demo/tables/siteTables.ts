import type { DemoDatabase } from '../demoDatabase';

/**
 * The demo site's own tables for what grows with packages x DPs. The views over them (derived...Views.ts) have
 * the documented columns; as tables of their own they would take ten times the memory and time (measured).
 * RecordID is the rowid, so that joins on it cost nothing; pairs lie in the order of their key, which every index
 * on them holds too.
 */
const tables = `
CREATE TABLE site.NalPaths (
  NalID INTEGER PRIMARY KEY, NALPath TEXT COLLATE NOCASE UNIQUE, ServerName TEXT COLLATE NOCASE,
  SiteCode TEXT COLLATE NOCASE, ResourceType TEXT COLLATE NOCASE, DPID INTEGER);

CREATE TABLE site.PairRows (
  PackageID TEXT COLLATE NOCASE, NalID INTEGER,
  TargetStatus INTEGER, LastRefreshTime TEXT,
  State INTEGER, SourceVersion INTEGER, LastCopied TEXT, SummaryDate TEXT,
  StateGroup INTEGER,
  MessageID INTEGER, MessageState INTEGER, MessageSeverity INTEGER, LastStatusID INTEGER, MessageTime TEXT,
  ValidatedVersion INTEGER, ValidatedVersionTime TEXT,
  PRIMARY KEY (NalID, PackageID)) WITHOUT ROWID;

CREATE TABLE site.Texts (TextID INTEGER PRIMARY KEY, Value TEXT COLLATE NOCASE);

CREATE TABLE site.Messages (
  RecordID INTEGER PRIMARY KEY, MessageID INTEGER, Severity INTEGER, MessageType INTEGER, Time TEXT,
  Component INTEGER, Machine INTEGER,
  String1 INTEGER, String2 INTEGER, String3 INTEGER, String4 INTEGER, String5 INTEGER);

CREATE TABLE site.MessageTexts (
  RecordID INTEGER PRIMARY KEY, PackageText INTEGER, DpText INTEGER, VersionText INTEGER);

CREATE TABLE site.AttributeIDs (AttributeID INTEGER PRIMARY KEY);
INSERT INTO site.AttributeIDs VALUES (400), (404), (410);

CREATE TABLE site.StringIndexes (InsStrIndex INTEGER PRIMARY KEY);
INSERT INTO site.StringIndexes VALUES (0), (1), (2), (3), (4);
`;

/** Made after the rows: quicker to fill. */
const indexes = `
CREATE INDEX site.PairRows_Package ON PairRows (PackageID, TargetStatus, State, SourceVersion, ValidatedVersion);
CREATE INDEX site.PairRows_PackagePass ON PairRows (PackageID, MessageID, MessageState, LastStatusID);
CREATE INDEX site.PairRows_Nal ON PairRows (NalID, TargetStatus, State);
CREATE INDEX site.PairRows_Summary ON PairRows (SummaryDate, State);
CREATE INDEX site.PairRows_Message ON PairRows (MessageTime, MessageID);
CREATE INDEX site.PairRows_Status ON PairRows (LastStatusID, MessageID, MessageState);
CREATE INDEX site.PairRows_Pass ON PairRows (MessageID, MessageState, NalID, MessageTime);
CREATE INDEX site.PairRows_Validated ON PairRows (ValidatedVersionTime, ValidatedVersion);
CREATE INDEX site.PairRows_Refresh ON PairRows (LastRefreshTime, TargetStatus);
CREATE INDEX site.PairRows_State ON PairRows (COALESCE(MessageTime, SummaryDate), StateGroup);
CREATE INDEX site.Texts_Value ON Texts (Value);
CREATE INDEX site.MessageTexts_Package ON MessageTexts (PackageText);
CREATE INDEX site.MessageTexts_Dp ON MessageTexts (DpText);
CREATE INDEX site.MessageTexts_Version ON MessageTexts (VersionText);
CREATE INDEX site.Messages_MessageID ON Messages (MessageID, Time);
`;

export const createSiteTables = (database: DemoDatabase): void => database.run(tables);

/** Indexes and statistics, once the rows are in. */
export const finishSiteTables = (database: DemoDatabase): void => {
  database.run(indexes);
  database.run('PRAGMA analysis_limit = 1000; ANALYZE site;');
};
