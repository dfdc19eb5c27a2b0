/** Given names as they are common where the business works: what stands behind one is a family name, whatever else it may mean. */
import { holdsAnyOf } from './word-list.ts';

const isListed = holdsAnyOf(`
  aaron achim ada adam adelheid adrian agnes ahmed aischa albert aleksandar alessandro alessia alex alexander alexandra alexia alfons
  alfred ali alice alina alma alois amelie amir ana andrea andreas andré andrej andrzej angela angelika angelina anita anja anke anna
  annabelle anne anneliese annemarie annette annika anton antonia antonio arne arno arthur astrid aurelia axel ayse ayşe barbara
  bastian beat beate beatrice beatrix ben benedikt benjamin benno bernadette bernd bernhard bert berta berthold bettina bianca birgit
  birgitta birte björn bodo boris brigitta brigitte britta bruno burkhard can carina carl carla carlo carmen carola carolin caroline
  carsten catharina cecilia celina chantal charlotte chiara christa christel christian christiane christin christina christine christoph
  christopher claas clara claudia claudio claus clemens conny conrad constantin cordula corinna cornelia dagmar damian daniel daniela
  daniele danilo darius david dean denis denise dennis detlef diana dieter dietmar dietrich dirk dominik dominique dora doris dorothea
  dorothee dragan eberhard eckhard edda edeltraud edgar edith eduard edwin eileen elena eleonore elfriede elias elif elisa elisabeth elke
  ella ellen elmar elsa elvira emil emilia emilie emily emine emma emre engelbert enrico eric erich erik erika erna ernst erwin esther
  eugen eva evelyn evi fabian fabienne fabio fatih fatima fatma felicitas felix ferdinand fiona flora florian francesca francesco frank
  franz franziska françois frauke freya frida frieda friederike friedrich fritz gabi gabriel gabriela gabriele georg gerald gerd gerda
  gerhard gerlinde gernot gero gertraud gertrud gianni gilbert giovanni gisela giulia giuseppe goran greta gudrun guido gundula gunnar
  gunter gustav götz günter günther hakan hanna hannah hanne hannelore hannes hans hanspeter harald hardy harry hartmut hasan hassan
  hedwig heidemarie heidi heidrun heike heiko heiner heino heinrich heinz helen helena helene helga helmut hendrik henning henri henrik
  henry herbert heribert hermann herta hilde hildegard hiltrud holger horst hubert hugo hülya ibrahim ida ilona ilse imke ina ines inga
  inge ingeborg ingo ingrid irene irina iris irma irmgard isabel isabell isabella isabelle isolde ivan ivo ivonne jacqueline jakob jan
  jana janin janina janine jannik jasmin jean jeannette jelena jennifer jenny jens jessica jil joachim joana jochen johann johanna
  johannes jolanda jonas jonathan josef josefine joseph josephine josip julia julian juliana juliane julius jutta jörg jörn jürg jürgen
  kai karim karin karina karl karla karlheinz karola karolin karoline karsten kaspar katarina katharina kathrin katja katrin katrina
  kemal kerstin kevin kilian kim kirsten klara klaus klemens konrad konstantin kornelia krzysztof kunigunde kurt käthe lara larissa lars
  laura laurin laurenz lea lena leni lennard leo leon leonard leonhard leonie leopold liam liane lina linda linus lisa liselotte lothar
  lotte louis louisa louise luca lucas lucia luciano ludger ludwig luigi luis luisa luise lukas lutz lydia magdalena maik maike maja
  malte mandy manfred manuel manuela marc marcel marco marcus mareike maren margarete margarethe margit margot margret margrit maria
  marian mariana marianne marie marija mario marion marius mark marko markus marlene marlies marta martha martin martina mathias
  mathilde mathis matteo matthias matthäus max maximilian maya mechthild mehmet meike melanie melissa mia michael michaela michel michele
  mike mila milan milena mira mirjam mirko miriam mohamed mohammed monica monika monique moritz murat mustafa nadia nadin nadine nadja
  nancy natalia natalie natascha nathalie nele nicki nico nicola nicolas nicole niels nikola nikolai nikolas nikolaus nils nina noah noel
  nora norbert nour oda olaf ole oliver olivia omar oskar osman oswald otmar otto pamela paola pascal patricia patrick patrik paul paula
  pauline peer peggy peter petra philip philipp pia piotr rafael rahel raimund rainer ralf ralph ramona raphael rebecca regina regine
  regula reiner reinhard reinhold reto renate rené ricarda richard rita robert roberto robin roger roland rolf roman romy ronald ronja
  ronny rosa rosemarie roswitha roxana rudi rudolf rupert ruth rüdiger sabine sabrina salome samir samuel sandra sandro sara sarah
  sascha saskia sebastian selina selma serkan severin sibylle siegfried siegmund sigrid silja silke silvan silvia simon simona simone
  sina siri sofia sonja sophia sophie stefan stefanie steffen steffi stella stephan stephanie stephen sue susann susanna susanne
  svantje sven svenja svetlana sylvia sören tabea tamara tanja tatjana teresa thea theo theodor theresa therese theresia thilo thomas
  thorben thorsten tim timo tina tobias tom tomas toni torben torsten traudl traute trudi udo ulf ulla ulrich ulrike ursula urs uschi
  uta ute uwe valentin valentina valerie vanessa vera verena veronika viktor viktoria vincent viola vito volker volkmar vreni walburga
  walter waltraud wanda wendelin werner wiebke wilfried wilhelm wilhelmine willi willy wilma winfried wolf wolfgang wolfram xaver yannick
  yasemin yasmin ylva yusuf yvonne zoe zoltan zora
  adele andy anthony bob brian bruce carol charles chris cindy colin craig debbie diane donald dorothy dylan edward elizabeth fred gary
  george grace greg harriet helen jack james jane jason jeff jill jim joan joe john josh joyce karen kate keith kelly kenneth larry
  lauren lee lewis lucy luke margaret mary matthew megan molly neil nick oscar pat phil rachel ray rob rose ross roy ryan sam scott
  sean sharon sheila steve stuart sally ted tony tracy victoria wendy william`);

/** One word that is a given name; of a double name its parts are. */
export const isGivenName = (word: string): boolean =>
  word.length <= 40 && word.split('-').every((part) => /^\p{L}{2,}$/u.test(part) && isListed(part));
