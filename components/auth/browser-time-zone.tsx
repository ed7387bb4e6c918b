/** Says in a form which time zone the browser has; without a script it says none. */
export function BrowserTimeZone() {
  return (
    <input
      type="hidden"
      name="timeZone"
      ref={(input) => {
        // What a form goes back to when its answer has come, too.
        if (input) input.defaultValue = Intl.DateTimeFormat().resolvedOptions().timeZone;
      }}
    />
  );
}
