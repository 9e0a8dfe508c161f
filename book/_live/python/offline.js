// What the page's worker has loaded is kept for reading without a network, where the site has a
// service worker; without one nothing happens.

/** @param {string[]} urls */
export async function keepOffline(urls) {
  const registration = await navigator.serviceWorker?.ready;
  registration?.active?.postMessage({ type: "keep", urls });
}
