import random, json
R=random.Random(20261129)
W=['Anna Lund','Helen Pryce','Clara Brandt','Ida Marrable','Rosa Keller','Mary Wickham','Marta Olsen','Julia Ferrand','Emma Stone','Sarah Whitlock']
M=['Carl Berg','Martin Gower','Tobias Renn','Otto Behrend','Peter Lavrov','John Ashby','Henry Tolliver','Paul Duval','William Crane','Victor Anselm']
E_Q=['the looms are ours and nobody shall take them from us again','the mills were never ours','a council is what those make of it who sit in it','we must take what we have made with our own hands','order without masters is the only order worth the name','there will be no bread in the town before spring','every decree of that winter was written in fear','the strike was lost before it had begun','no committee can think for those who work','they came to us with promises and left with our tools','nothing was left of the old assembly but its chairs','the land belongs to those who plough it']
G_Q=['ohne Ämter kein Rat und ohne Rat keine Freiheit','die Mühlen haben uns nie gehört','wir müssen nehmen, was wir selbst gemacht haben','der Streik war verloren, ehe er begann']
F_Q=['les moulins ne furent jamais à nous','la terre est à ceux qui la labourent','rien ne restait de la vieille assemblée','il n’y aura pas de pain avant le printemps']
S_Q=['los molinos nunca fueron nuestros','la tierra es de quien la trabaja','no habrá pan en la ciudad antes de la primavera']
I_Q=['i mulini non furono mai nostri','la terra è di chi la lavora']
N_Q=['de molens waren nooit van ons','er komt geen brood in de stad voor de lente']
GN=['Klara Wendt','Otto Behrend','Hans Vogel','Rosa Keller','Friedrich Lenz']; FN=['Lucien Dargent','Jeanne Morel','Paul Duval','Louise Ferrand']; SN=['Juan Ortega','María Luna','Tomás Rueda']; IN=['Paolo Ferri','Anna Conti']; NN=['Jan de Boer','Anna Visser']
out=[]
def add(paras, quote, speaker, lang='en'): out.append(dict(paragraphs=paras if isinstance(paras,list) else [paras], quote=quote, speaker=speaker, language=lang))
ctx=['','','','The valley had been quiet for years. ','There was a long dispute about the mills. ','Nothing came of it in the end. ','The history of the town is soon told. ']
after=['',' Nothing more was heard of it.',' That was in 1903.',' The rest is known.']
def en(t, N, sp=None, **k):
    q=R.choice(E_Q); cap=q[0].upper()+q[1:]
    o,c=R.choice([('“','”'),('“','”'),('"','"')])
    s=t.replace('{N}',N).replace('{fam}',N.split()[-1])
    for a,b in k.items(): s=s.replace('{'+a+'}',b)
    if '{1}' in s:
        w=cap.split(); h=len(w)//2
        q1=' '.join(w[:h])+','; q2=' '.join(w[h:])+'.'
        s=s.replace('{1}',o+q1+c).replace('{2}',o+q2+c); q=q1 if R.random()<.5 else q2
    else:
        if '{Q,}' in s: q=cap+','; s=s.replace('{Q,}',o+q+c)
        elif '{Q}' in s: q=cap+'.'; s=s.replace('{Q}',o+q+c)
        else: s=s.replace('{q}',o+q+c)
    if '\n' in s: add(s.split('\n'), q, sp)
    else: add(R.choice(ctx)+s+R.choice(after), q, sp)
pos=['{Q,} said {N}.','{Q,} {N} said.','{Q,} wrote {N} in 1903.','{Q,} declared {N}, a weaver of the north.','{q}, as {N} put it.','{N} wrote: {Q}','{N} argued that {q}.','Moreover, {N} once argued that {q}.','{N}, a weaver of the north, wrote: {Q}','In the spring {N} noted: {Q}','As {N} observed, {q}.','{N}, who had been there, told the court: {Q}','{1} {N} writes, {2}','{1} said {N}, {2}','According to {N}, {q}.','In the words of {N}: {Q}','In the words of {N}, {q}.','To quote {N}, {q}.','As {N} has it, {q}.','{N}’s conclusion was that {q}.','{N}\'s words were: {Q}','It was said by {N} that {q}.','This was admitted by {N} in 1903: {Q}','The slogan of {N} was: {Q}','{N} had this to say: {Q}','{N} stood up and said: {Q}','{N} was not there; but later {N} said: {Q}','{fam}, however, insists that {q}.','It is {N} who says that {q}.','{N} complained in a letter that {q}.','{N} wrote in the diary:\n{Q}','{N} (1903) holds that {q}.','For {N}, {q}.']
for t in pos:
    for _ in range(6):
        N=R.choice(W+M); en(t,N,N)
two=[('{M} quotes {N}: {Q}','N'),('{M} cites {N} as saying that {q}.','N'),('{M} told {N}: {Q}','M'),('{M} wrote to {N}: {Q}','M'),('{M} accused {N} of saying that {q}.','N'),('{M} was refuted by {N}, who wrote: {Q}','N'),('{N} summed up {M}’s view: {Q}','M'),('Against {M}, {N} argued that {q}.','N'),('{M} listened. {Q,} said {N}.','N'),('{M} asked {N} about it. {Q,} {N} replied.','N'),('{M}’s friend {N} said: {Q}','N'),('{M} came in with {N}. {Q,} cried {N}.','N'),('When {M} did not answer, {N} said: {Q}','N'),('{M}, in a letter to {N}, wrote: {Q}','M')]
for t,w in two:
    for _ in range(6):
        N=R.choice(W+M); Mm=R.choice([x for x in W+M if x!=N]); en(t,N,N if w=='N' else Mm,M=Mm)
for _ in range(14):
    w=R.choice(W); m=R.choice(M)
    en('{N} was a weaver. She wrote that {q}.',w,w); en('{N} was a weaver. He wrote that {q}.',m,m)
    en('{N} met {M} in Leeds. She said: {Q}',w,w,M=m); en('{N} met {M} in Leeds. He said: {Q}',w,m,M=m)
    en('{M} spoke first. Then {N} rose. {Q,} she said.',w,w,M=m)
desc=[('As one historian argues, {q}.','historian'),('The Lettish officer said: {Q}','Lettish officer'),('As an old parliamentarian remarked, {q}.','old parliamentarian'),('{Q,} said the miller.','miller'),('A delegate from the north declared: {Q}','delegate'),('The Weavers’ Congress declared: {Q}','Weavers’ Congress'),('The Workers Opposition charged that {q}.','Workers Opposition'),('The decree stated that {q}.','decree'),('The committee replied: {Q}','committee'),('The Central Committee resolved that {q}.','Central Committee'),('The resolution says that {q}.','resolution'),('The congress of weavers declared that {q}.','congress of weavers'),('The Manchester Guardian wrote: {Q}','Manchester Guardian'),('His brother said: {Q}','brother')]
for t,sp in desc:
    for _ in range(5): en(t,R.choice(W),sp)
neg=['{N} never said that {q}.','{N} denied having said that {q}.','The words {q} are falsely attributed to {N}.','Nobody heard {N} say {q}.','{N} was told that {q}.','{N} did not say: {Q}','{N} read the notice on the door: {Q}','On the banner above {N} stood: {Q}','{N} lived at the sign of {q}.','It is not true that {N} wrote {q}.','Somebody shouted at {N}: {Q}','They told {N}: {Q}','We told {N}: {Q}','{N} saw it all. The slogan went: {Q}','A song about {N} began: {Q}','The letter to {N} says nothing of it. You said: {Q}','{N} met {M}. People said: {Q}']
for t in neg:
    for _ in range(7):
        N=R.choice(W+M); en(t,N,None,M=R.choice([x for x in W+M if x!=N]))
def other(ts, names, qs, lang, marks):
    for t in ts:
        for _ in range(5):
            N=R.choice(names); q=R.choice(qs); cap=q[0].upper()+q[1:]; o,c=R.choice(marks)
            add(t.replace('{N}',N).replace('{q}',o+q+c).replace('{Q}',o+cap+'.'+c), q[1:], N, lang)
other(['{N} sagte: {Q}','{q}, sagte {N}.','Laut {N}: {Q}','Dagegen schrieb {N}: {Q}','Wie {N} bemerkt, {q}.','{N} erklärte, {q}.','So {N}: {Q}','{q}, so {N}.','Mit den Worten von {N}: {Q}','{N} hat geschrieben: {Q}'],GN,G_Q,'de',[('„','“'),('»','«')])
other(['Selon {N}, {q}.','{N} écrivait : {Q}','{q}, dit {N}.','Comme l’a dit {N}, {q}.','{N} a écrit : {Q}','D’après {N}, {q}.','{q}, écrit {N}.','Aux yeux de {N}, {q}.'],FN,F_Q,'fr',[('« ',' »'),('«','»')])
other(['Según {N}, {q}.','{N} dijo: {Q}','{q}, dijo {N}.','Como escribió {N}, {q}.','En palabras de {N}, {q}.'],SN,S_Q,'es',[('«','»'),('“','”')])
other(['Secondo {N}, {q}.','{N} scrisse: {Q}','{q}, disse {N}.'],IN,I_Q,'it',[('«','»'),('“','”')])
other(['Volgens {N}, {q}.','{N} schreef: {Q}','{q}, zei {N}.'],NN,N_Q,'nl',[('“','”'),('„','”')])
lead=['{N} wrote:','{N} wrote in 1903:','{N} put it in this way:','As {N} argued:','According to {N}:','In the words of {N}:','{N} has shown what this means in practice. In The Weavers {fam} writes:','This was not what {N} thought. {fam} said:','{N} answered {M}:','{N} wrote to {M}:','{N} summarises the matter:','{N} notes:','As {N} explained:','In a letter to {M}, {N} declared:','{N} concludes:']
for t in lead:
    for k in range(6):
        N=R.choice(W+M); Mm=R.choice([x for x in W+M if x!=N]); q=R.choice(E_Q); q=q[0].upper()+q[1:]+'. '+R.choice(E_Q).capitalize()+'.'
        add([R.choice(ctx)+t.replace('{N}',N).replace('{fam}',N.split()[-1]).replace('{M}',Mm), ('> '+q if k%3 else '“'+q+'”')], q[:25], N)
for t in ['{N} and {M} met in 1903. The notice on the wall read:','{N} had read what the papers said:','The song that {N} heard went:','{N} disagreed. The law was clear:','Nobody told {N}:']:
    for k in range(5):
        N=R.choice(W+M); Mm=R.choice([x for x in W+M if x!=N]); q=R.choice(E_Q); q=q[0].upper()+q[1:]+'.'
        add([t.replace('{N}',N).replace('{M}',Mm), ('> '+q if k%2 else '“'+q+'”')], q[:25], None)
open('examples.jsonl','w').write('\n'.join(json.dumps(o,ensure_ascii=False) for o in out)+'\n'); print(len(out))
