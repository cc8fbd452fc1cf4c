/**
 * Spanish words that say too little to be looked for: function words, and forms of verbs that help others. The list of
 * Orama's has nouns and verbs beside them that help centers are about: `cuenta` (account), `estado`, `nuevo`, `usar`, `uso`, `valor`.
 */
export const stopwords = `
  el la lo los las un una unos unas al del
  a ante bajo con contra de desde durante en entre excepto hacia hasta mediante para por salvo según sin sobre tras
  y e o u ni pero sino aunque porque pues que si como cuando mientras donde embargo
  yo tú él ella ello usted nosotros nosotras vosotros vosotras ellos ellas ustedes
  me te se nos os le les mí ti sí conmigo contigo consigo
  mi mis tu tus su sus mío mía míos mías tuyo tuya tuyos tuyas suyo suya suyos suyas
  nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras
  este esta esto estos estas ese esa eso esos esas aquel aquella aquello aquellos aquellas
  éste ésta éstos éstas ése ésa ésos ésas aquél aquélla aquéllos aquéllas
  qué quién quiénes cuál cuáles cuándo cuánto cuánta cuántos cuántas cómo dónde
  quien quienes cual cuales cuanto cuanta cuantos cuantas
  algo alguien algún alguno alguna algunos algunas nada nadie ningún ninguno ninguna cada cualquier cualquiera
  todo toda todos todas otro otra otros otras mismo misma mismos mismas tal tales ambos ambas varios varias
  tanto tanta tantos tantas mucho mucha muchos muchas poco poca pocos pocas demasiado bastante más menos muy tan
  no ya aun aún todavía también tampoco así aquí ahí allí allá ahora entonces luego siempre nunca
  solo sólo solamente casi apenas además incluso quizá quizás
  antes después dentro fuera encima debajo delante detrás cerca lejos arriba abajo
  ser soy eres es somos sois son era eras éramos eran fui fue fuimos fueron será serán sería serían sea sean siendo sido
  estar estoy estás está estamos estáis están estaba estaban estuvo esté estén estando
  haber he has ha hemos habéis han había habían hay hubo haya hayan habrá habría habido
  tener tengo tienes tiene tenemos tenéis tienen tenía tenían tuvo tenga tengan
  poder puedo puedes puede podemos podéis pueden podía podría podrían pudo pueda puedan
  deber debo debes debe debemos deben debería deberían
  hacer hago haces hace hacemos hacen hizo haga hagan haciendo hecho
  ir voy vas va vamos van querer quiero quieres quiere queremos quieren
`
  .trim()
  .split(/\s+/);
