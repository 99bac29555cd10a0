/** Small choices kept on this device. Where storage is blocked they simply last as long as the page. */
const prefix = 'customer-atlas:';

export type SettingName = 'language' | 'previews' | 'recently-read';

/** What was chosen since the page was opened, for readers whose browser keeps nothing. */
const chosen = new Map<SettingName, string>();

export function readSetting(name: SettingName): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? chosen.get(name);
  } catch {
    return chosen.get(name);
  }
}

export function writeSetting(name: SettingName, value: string): void {
  chosen.set(name, value);
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // Blocked or full: the choice holds for this page.
  }
}
