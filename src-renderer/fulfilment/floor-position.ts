/** Where the tablet is, in degrees and metres. */
export interface Place {
  readonly latitude: number
  readonly longitude: number
  readonly accuracy: number
}

const longestWait = 15_000

/** Nothing where the tablet does not know, or is not allowed to tell. */
export function placeNow(): Promise<Place | undefined> {
  return new Promise(resolve => {
    if (!('geolocation' in navigator)) return resolve(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracy }),
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: longestWait, maximumAge: 60_000 },
    )
  })
}
