-- Which package a content is of, by the names that a content library has for contents.

-- result: content
SELECT c.PkgID AS PackageID, c.Content_UniqueID AS ContentID
FROM v_Content AS c
WHERE c.PkgID IS NOT NULL AND c.Content_UniqueID IS NOT NULL
