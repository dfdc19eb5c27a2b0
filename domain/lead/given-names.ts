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
  sean sharon sheila steve stuart sally ted tony tracy victoria wendy william
  abdul adem adnan afra agathe ahmad alban albin aleksander aleksandra alessandra alexandre alexis alfonso aline alwin amalie amira
  anastasia andi anett anette angelo ann annelie annett annina anselm ansgar antje antoine arian arnd arndt arnold aron aylin balthasar
  baptist bartholomäus basil bea bekir beppo berit bernhardine bernt betty bijan blasius bogdan bojan bonifaz boro branka branko burgi
  bülent cemal cengiz cilli coletta cornelius cosima cyrill cäcilia dana danuta dariusz dejan deniz desiree dino dorian dorota dragana dusan
  duygu ebru ecki edelgard edmund egbert egon ehrenfried eike ekkehard elfi elmo emanuel emmeran engelberta ercan erdal erhard erkan
  ernestine erol erwine ewa ewald ezgi fabiola falk fanny faruk ferdl ferenc filip finn flavia flo fons franco franzi frederik fridolin
  fritzi gabor gabriella gallus gebhard georgios gerlind gerold gertrude gina gisbert gitta gitte gottfried gotthard gottlieb grete gretel
  grit grzegorz gunda gundi gustl halil halina hanni hansi hansjörg hape hartwig hauke heide helge hella helmar herwig hias hieronymus hilda
  hinnerk hjalmar holm huberta hubertus hüseyin ignaz igor ilja ilka imre innozenz irmi isa isidor ismail ivana ivica jaroslaw jasmina
  jerome jessika jesus joel jolanta jole jonah jordan jorge jose josefa josephin jost juan judith jule justin justus kaja kamil karel
  kassandra kathi kathleen kathrein kay kiki knut korbinian kornelius kreszentia kreszenz kristian kristin kristina kristof krystyna
  ladislaus lasse leander leif lenz leokadia leonhardt leonore leyla lieselotte lilli lilly lilo lisbeth lise loni lore lorenz loretta lucie
  lukasz luzia luzie maciej madeleine magda malgorzata malwine mara marcella marcin marek margitta margrith marianna marita maritta mariusz
  marlen marlis mathea mats matteus mattis maurice maurus mechtild meinhard meinrad melina merle merlin meta metin michi mihai mijo mikael
  miklos milos mina mirco mirka miro miroslav mona moni muhammed myriam nada nandl nanni natali nataly nathan nebojsa nenad nepomuk nicolai
  nikita niko nikole notburga nuri nuria oksana oleg oleksandr olena olga olivier orhan ortrud ortwin osama otfried ottilie pankraz
  pantaleon paulina pavel pawel pepi petar philippa philippe pierre pirmin placidus polina prokop quentin quintus quirin quirina radek
  radoslav raimond ramazan ramiz ramon raoul rasmus raul recep reinhilde renata resi resl rico romana romeo rosalie rosi rosina rosl
  rosmarie roswita ruben rudolfine rumen runa rupprecht sabina sadik safiye said salvatore sanja sepp sepperl seppi sergej sergio sevim
  sibel siggi sigi sigmund sigrun sigurd silas silvana silvester silvio simeon sinan slavko slobodan snezana songül stanislaus stanislav
  stephane stine stjepan suzana swantje swen sylvester sylvi sylvie szymon sönke tamer tamino tanya tarik tassilo tatiana tessa thaddäus
  thekla theodora thiemo thies thora thure tihomir till tilman tilmann timm timon tino titus tomasz tomislav toralf tore traudi trude trudl
  tuncay uli ulli ulrika undine urban ursina urszula urte valerian valeska veit velten viktorine vinzenz vladimir volkhard vroni waldemar
  walli wally wastl wenzel wenzeslaus wieland wiggerl wilfriede willibald wiltrud winfriede wojciech wolfhard wolfi xandi xandra xenia
  yannik yasin ylvi yuri yves zacharias zdenka zdenko zdravko zeljko zenzi zeynep ziska zita zlatko zuzana ömer özlem`);

/** One word that is a given name; of a double name its parts are. */
export const isGivenName = (word: string): boolean =>
  word.length <= 40 && word.split('-').every((part) => /^\p{L}{2,}$/u.test(part) && isListed(part));
