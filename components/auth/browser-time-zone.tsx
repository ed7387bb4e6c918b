/** Sends the browser's time zone with a form; without scripts it stays empty. */
export function BrowserTimeZone() {
  return (
    <input
      type="hidden"
      name="timeZone"
      ref={(input) => {
        // A form resets to its defaults after its answer, so the default is set as well.
        if (input) input.defaultValue = Intl.DateTimeFormat().resolvedOptions().timeZone;
      }}
    />
  );
}
