-- What content validation of the site's DPs has said: the marks of cycles, and since later what it says of packages.
-- Whose a message is decides core/validate: DPs are named by NAL path, by server name or by host name.

-- step: heads
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time, m.MachineName AS MachineName
FROM v_StatusMessage AS m
WHERE m.Component = 'SMS_Distribution_Point_Monitoring'
  AND (m.MessageID IN (2386, 2388, 2393) AND m.Time >= @marksSince
    OR m.MessageID >= 2380 AND m.MessageID <= 2385 AND m.Time >= @since)

-- result: message
SELECT CAST(h.RecordID AS varchar(20)) AS RecordID, h.MessageID AS MessageID, h.Time AS Time,
  h.MachineName AS MachineName,
  (SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = h.RecordID AND a.AttributeID = 404) AS DpText,
  (SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = h.RecordID AND a.AttributeID = 400) AS PackageID,
  (SELECT MAX(s.InsStrValue) FROM v_StatMsgInsStrings AS s
    WHERE s.RecordID = h.RecordID AND s.InsStrIndex = 0) AS String1,
  (SELECT MAX(s.InsStrValue) FROM v_StatMsgInsStrings AS s
    WHERE s.RecordID = h.RecordID AND s.InsStrIndex = 2) AS String3
FROM {heads} AS h
