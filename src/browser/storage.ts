/** Small choices kept on this device. Where storage is blocked they simply last as long as the page. */
const prefix = 'customer-atlas:';

export type SettingName = 'language' | 'previews';

export function readSetting(name: SettingName): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writeSetting(name: SettingName, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // Blocked or full: the choice holds for this page.
  }
}
