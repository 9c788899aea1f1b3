const mark = "muejam:reloaded-for";

/** After a deploy an old page may ask for a chunk that is gone: load the new page, once per address. */
export function reloadOnLostChunk(): void {
  window.addEventListener("vite:preloadError", (event) => {
    if (sessionStorage.getItem(mark) === location.href) return;
    sessionStorage.setItem(mark, location.href);
    event.preventDefault();
    location.reload();
  });
}
