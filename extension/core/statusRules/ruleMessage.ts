/**
 * Status messages of content validation that rules act on (configmgr.md 4.2): 2386 all content of the DP was
 * looked at, 2388 its package list cannot be read, or WMI and library differ.
 */
export const ruleMessages = [2386, 2388] as const;
export type RuleMessage = (typeof ruleMessages)[number];

/** What is done on a message. */
export const ruleWork: Readonly<Record<RuleMessage, string>> = {
  2386: 'reconcile the DP',
  2388: 'look for mismatches on the DP',
};

/** The component that sends them. The console does not offer it for rules: it has to be typed. */
export const validationComponent = 'SMS_Distribution_Point_Monitoring';

/** What a status filter rule's program line has in place of the name of the computer that sent the message. */
export const senderVariable = '%msgsys';

/** Characters of a status filter rule's command line. */
export const commandLineLimit = 1024;

/** Property lists of status filter rules are named by this prefix and the rule's name. */
export const rulePrefix = 'Status Filter Rule: ';

/** The verb of the command line that rules call, and its options that the rule's message and sender go into. */
export const ruleVerb = 'on-message';
export const messageOption = '--message';
export const senderOption = '--computer';
