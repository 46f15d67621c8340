// Stands in for the @azure packages in bundles: tedious loads them at start, for ways of logging in that a site's
// SQL Server does not have (docs/adr).

/** Called with `new`. */
function noAzure(): never {
  throw new Error(
    'Authentication by Microsoft Entra ID is not part of this extension. Use a SQL login or a Windows account.',
  );
}

export const isTokenCredential = (): boolean => false;

export {
  noAzure as ClientSecretCredential,
  noAzure as CryptographyClient,
  noAzure as DefaultAzureCredential,
  noAzure as KeyClient,
  noAzure as ManagedIdentityCredential,
  noAzure as UsernamePasswordCredential,
};
