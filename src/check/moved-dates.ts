/**
 * Right before "from": a date is given another value, earlier or later. "The trial was moved from May 12 to May 5",
 * "They moved the launch from 12 May to 5 May"; not "They moved through the network from May 12".
 */
const MOVED =
  /\b(?:moved|brought|postponed|pushed|rescheduled|advanced|shifted|delayed|changed|corrected|revised|amended|adjusted|updated|switched|altered|deferred|put|set|lowered|pull(?:ed|s)?|drawn|drew|date[sd]?|back-?dated|pre-?dated|re-?dated|carried|transferred|mov(?:e|es|ing)|bring(?:s|ing)?|push(?:es|ing)?|shift(?:s|ing)?|chang(?:e|es|ing)|revis(?:e|es|ing)|correct(?:s|ing)?)\s(?:(?:forward|back|up|ahead|off|on|over)\s)?(?:(?:the|its|their|his|her|a|an|this|that|our)\s(?:\p{L}[\p{L}-]*\s){1,6}?)?(?:(?:forward|back|up|ahead|off)\s)?(?:by\s(?:\p{L}+\s){1,3}|again\s|once\smore\s|at\sshort\snotice\s)?from\s(?:(?:about|around|early|mid|late|the|end|of|\p{L}+day,?)[\s-])*$/iu

/** Whether the words before a date say that it is an old value: what stands behind "to" is no end of a period. */
export const isMoved = (before: string): boolean => MOVED.test(before)
