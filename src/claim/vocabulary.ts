// Words that patterns of several files share, as pieces of regular expressions: read from reports of attacks, flaws and malware.

/** Ordinary words of a noun phrase, each with the space after it: none that begins a clause of its own. */
export const NOUNS =
  "(?:(?!(?:that|which|who|when|while|after|before|because|and|but|is|are|was|were|has|have|had|said|says|to|by|as|into|than|where|from|until|if|since) )[a-z0-9'-]+ )"

/** Ordinary words before a noun: no article and no preposition, which begin a phrase of their own. */
export const ADJECTIVES =
  "(?:(?!(?:that|which|who|when|while|after|before|because|and|but|or|is|are|was|were|has|have|had|said|says|to|by|as|into|than|where|from|until|if|since|a|an|the|its|their|his|her|this|these|those|of|in|on|at|for|with|about|via|through|using|be|been|being|not|can|could|may|might|will|would|should|addressed|addresses|fixes|patches|uses|contains|contained|includes|follows|comes|came|followed) )[a-z0-9'-]+ )"

/** Something that befalls somebody. */
export const ATTACK =
  '(?:cyber-?attacks?|attacks?|breach(?:es)?|ransomware|incidents?|scams?|malware|intrusions?|hacks?|compromise|leaks?|data theft|outages?|infection|fraud|heist|phishing|virus|worm|hoax|spear-phishing|cryptojacking|extortion|hack attack|vandalism)'

/** Somebody who attacks and has no name. */
export const ATTACKERS =
  '(?:hackers?|attackers?|cyber-?criminals?|cyber criminals?|cyber ?thieves|criminals?|thieves|thief|fraudsters?|scammers?|intruders?|crooks?|con artists?|hacktivists?|spies|phishers|cyber ?attackers|cyber ?spies|swindlers|extortionists|spammers|perpetrators?|culprits?|con ?men)'

/** What a victim keeps its data and its work on. */
export const SYSTEMS =
  "(?:'s?(?: [a-z-]+){0,3}? (?:systems?|networks?|servers?|computers?|websites?|site|databases?|accounts?|machines|infrastructure|e-?mail|pages?|data|defen[cs]es|operations|services?|web ?site|feed|records|cloud|forums?))"

/** What is taken from a victim. */
export const DATA =
  '(?:names?|addresses|numbers|passwords?|dates of birth|birth ?dates|details|data|information|records|e-?mails|credentials|files|documents|photos|messages|tokens|histor(?:y|ies)|logins|ssns|usernames?|transactions|statements|scores|forms|images|keys|codes|results|secrets|diagnos[ei]s|plans|contracts)'

/** A weakness of a program. */
export const FLAW =
  '(?:(?:zero-days?|zero days?|0-?days?) (?:vulnerabilit(?:y|ies)|flaws?|bugs?|threats?|exploits?|issues?)|vulnerabilit(?:y|ies)|flaws?|bugs?|holes?|issues?|zero-days?|zero days?|weakness(?:es)?|loopholes?|backdoors?|overflow|errors?)'

/** How many of them there are, in a noun that "of" follows. */
export const SET =
  '(?:(?:set|series|pair|number|range|string|handful|collection|couple|group|total|host|slew|batch|trio|bunch|variety) of )'

/** Names and words that go on: "in the Webex player for Windows". */
export const WHERE = '<where>'

/** A person's calling, at the end of "security researcher". */
export const CALLING =
  '(?:researcher|analyst|engineer|expert|spokes(?:man|woman|person)|hacker|professor|programmer|developer|attorney|lawyer|journalist|reporter|blogger|consultant|specialist|prosecutor|judge|detective|sergeant|superintendent|mayor|governor|senator|minister|commissioner|secretary|strategist|evangelist|scientist|student|technologist|administrator|teenager|activist|author|broker|trader|entrepreneur|veteran|pentester|cryptographer|director|manager|founder|co-founder|officer|president|chairman|chief|head|executive|ceo|cto|ciso|cio)'
