import { objectTypeId, type DemoPackage } from '../site/demoPackage';
import { timeText } from '../timeText';
import type { SiteModel } from '../site/siteModel';
import type { Put } from './inventoryWriter';

/** Content IDs: applications and updates have GUID-like ones, others `<package>.<version>`. */
const contentId = (one: DemoPackage, at: number): string => {
  if (one.type !== 5 && one.type !== 8) return `${one.packageId}.${String(one.sourceVersion)}`;
  const digits = (one.index * 64 + at).toString(16).padStart(12, '0');
  return `Content_5f1c2d3e-4b6a-4c8d-9e0f-${digits}`;
};

const writeContents = (put: Put, site: SiteModel, one: DemoPackage): void => {
  one.contents.forEach((bytes, at) => {
    const id = 16_900_000 + one.index * 8 + at;
    put('v_Content', {
      PkgID: one.packageId,
      Content_ID: id,
      Content_UniqueID: contentId(one, at),
      ContentVersion: one.sourceVersion,
      SourceSize: bytes ?? null,
      SourceSite: site.siteCode,
      ContentHashVersion: 4,
      ObjectTypeID: objectTypeId(one.type),
      SecurityKey: one.packageId,
    });
    put('v_CIContentPackage', { CI_ID: id, PkgID: one.packageId });
  });
};

/** v_Package, v_SmsPackage and what hangs on them. */
export const writePackage = (put: Put, site: SiteModel, one: DemoPackage): void => {
  const both = {
    Name: one.name,
    Version: one.version,
    Language: '',
    Manufacturer: one.manufacturer,
    Description: '',
    SourceSite: site.siteCode,
    SourceVersion: one.sourceVersion,
    SourceDate: timeText(one.sourceDate),
    PackageType: one.type,
    PkgFlags: one.flags,
    Priority: 2,
    ShareName: '',
    ShareType: 0,
  };
  const path = one.sourceFlag === 1 ? '' : `\\\\files.contoso.local\\sources$\\${one.packageId}`;
  const isPredefined = site.predefined.includes(one);
  if (!isPredefined)
    put('v_Package', {
      ...both,
      PackageID: one.packageId,
      PkgSourceFlag: one.sourceFlag,
      PkgSourcePath: path,
      ActionInProgress: one.actionInProgress,
      LastRefreshTime: timeText(one.sourceDate),
      ObjectTypeID: objectTypeId(one.type),
      SecurityKey: one.packageId,
    });
  put('v_SmsPackage', {
    ...both,
    PkgID: one.packageId,
    StorePkgFlag: one.sourceFlag,
    Source: path,
    Action: one.actionInProgress,
    StoredPkgVersion: one.storedVersion,
    SourceSize: one.kilobytes ?? null,
    SourceCompSize: one.kilobytes ?? null,
    LastRefresh: timeText(one.sourceDate),
    NumOfPrograms: 1,
    IsPredefinedPackage: Number(isPredefined),
  });
  writeContents(put, site, one);
};
