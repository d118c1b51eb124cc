/** What a desk works with, in words that are names: `Chrome · Windows`. A part that cannot be told is left out. */
export function describeBrowser(userAgent: string): string {
  const name = (known: readonly (readonly [RegExp, string])[]) => known.find(([pattern]) => pattern.test(userAgent))?.[1]
  return [name(programs), name(systems)].filter(part => part !== undefined).join(' · ')
}

/** The first that matches: many say the names of others too. */
const programs: readonly (readonly [RegExp, string])[] = [
  [/^Lantai\b|Electron\//, 'Lantai'], [/\bEdgA?\//, 'Edge'], [/SamsungBrowser\//, 'Samsung Internet'], [/\bOPR\//, 'Opera'], [/\bFirefox\//, 'Firefox'],
  [/\b(?:Chrome|CriOS)\//, 'Chrome'], [/\bVersion\/[\d.]+.*Safari\//, 'Safari'], [/^curl\//, 'curl'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'], [/Android/, 'Android'], [/iPad|iPhone/, 'iOS'], [/Mac OS X/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux'],
]
