const safe = /^(?:https?:\/\/|mailto:|tel:)/iu;
const scheme = /^[a-z][a-z\d+.-]*:/iu;

/** An address that a reader can follow from anywhere, made absolute on `base`; undefined for any other. */
export function publicAddress(typed: string, base: string | undefined): string | undefined {
  const address = typed.trim();
  if (safe.test(address)) return address;
  if (scheme.test(address) || address.startsWith('#') || base === undefined) return undefined;
  return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

/** A path as its author means it, `%20` a space; as typed where that cannot be decoded. */
export function decodePath(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The e-mail address in a contact line, "Presse <presse@example.org>" or bare; undefined where there is none. */
export function emailIn(contact: string | undefined): string | undefined {
  return /[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})+/iu.exec(contact ?? '')?.[0];
}

/** Host of an address without `www.`; undefined for what is no public web address. */
export function hostOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const host = new URL(address).hostname.replace(/^www\./u, '');
  return host.includes('.') ? host : undefined;
}
