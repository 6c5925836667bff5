"""The style and the script of the page that shows findings. Source: CSS 2.2, CSS Grid, WCAG 2.2 1.4.3 (contrast)."""

from __future__ import annotations

STYLE = """
:root{--error:#b3261e;--warning:#8a5a00;--note:#1f5f99;--accepted:#4b6b4b;--known:#666}
*{box-sizing:border-box}
body{margin:0;font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;
color:#222;background:#eceae6}
header{position:sticky;top:0;z-index:2;background:#fff;border-bottom:1px solid #ccc;padding:10px 20px;display:flex;
gap:6px 24px;flex-wrap:wrap;align-items:baseline}
h1{font-size:18px;margin:0}header p{margin:0;color:#555}nav{margin-left:auto;display:flex;gap:12px;flex-wrap:wrap}
nav label{cursor:pointer;border-bottom:2px solid currentColor}nav input{margin:0 4px 0 0;vertical-align:-1px}
select{font:inherit;max-width:16em}
main{display:grid;grid-template-columns:minmax(0,3fr) minmax(320px,2fr);gap:20px;padding:20px;align-items:start}
#pages{display:grid;gap:20px}figure{margin:0;scroll-margin-top:70px}figcaption{color:#555;font-size:13px}
.sheet{position:relative;background:#fff;box-shadow:0 1px 4px #0003}.sheet img{display:block;width:100%}
.mark{position:absolute;border:1.5px solid var(--c);background:color-mix(in srgb,var(--c) 12%,transparent);
text-decoration:none;min-width:6px;min-height:6px}
.mark b{position:absolute;left:-1.5px;bottom:100%;background:var(--c);color:#fff;font-size:10px;line-height:14px;
padding:0 3px;font-weight:600}
.mark:hover,.mark:target,.mark.on{background:color-mix(in srgb,var(--c) 35%,transparent);z-index:1}
.error{--c:var(--error)}.warning{--c:var(--warning)}.note{--c:var(--note)}.accepted{--c:var(--accepted)}
.known{--c:var(--known)}nav label{color:var(--c)}
#list{list-style:none;margin:0;padding:0;position:sticky;top:64px;max-height:calc(100vh - 84px);overflow:auto}
li{display:flex;gap:10px;background:#fff;border-left:4px solid var(--c);padding:8px 12px;margin-bottom:6px;
scroll-margin:8px}
li>b{color:var(--c);min-width:1.6em;text-align:right}li p{margin:0;overflow-wrap:anywhere}li:target,li.on{background:#fff7dc}
.fix{color:#444}.where{font-size:12.5px;color:#666}.where code{float:right;color:#666;margin-left:8px}
.reason{color:var(--accepted)}.accepted .fact,.known .fact{color:#666}.none{padding:20px;background:#fff}
[hidden]{display:none!important}
@media(max-width:800px){main{grid-template-columns:1fr}#list{position:static;max-height:none}}
@media print{@page{margin:12mm}body{background:#fff;font-size:10pt}header{position:static}nav{display:none}
main{display:block;padding:0}#list{position:static;max-height:none;overflow:visible}li{break-inside:avoid}
#pages{display:block}
figure{break-inside:avoid;break-after:page}.sheet{box-shadow:none;outline:1px solid #ccc;width:160mm;margin:0 auto}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""

SCRIPT = """
(function(){
const boxes=[...document.querySelectorAll('nav input')],code=document.querySelector('nav select');
const rows=[...document.querySelectorAll('#list li')],marks=[...document.querySelectorAll('.mark')];
function show(){const kinds=new Set(boxes.filter(b=>b.checked).map(b=>b.value)),seen=new Set();
for(const r of rows){const on=kinds.has(r.dataset.kind)&&(!code.value||r.dataset.code===code.value);
r.hidden=!on;if(on)seen.add(r.dataset.n)}for(const m of marks)m.hidden=!seen.has(m.dataset.n)}
boxes.forEach(b=>b.addEventListener('change',show));if(code)code.addEventListener('change',show);
function light(n,on){for(const e of [...rows,...marks])if(e.dataset.n===n)e.classList.toggle('on',on)}
for(const e of [...rows,...marks]){e.addEventListener('mouseenter',()=>light(e.dataset.n,true));
e.addEventListener('mouseleave',()=>light(e.dataset.n,false))}
for(const r of rows)r.addEventListener('click',ev=>{if(ev.target.closest('a'))return;
const m=marks.find(m=>m.dataset.n===r.dataset.n);if(m)m.scrollIntoView({block:'center',behavior:'smooth'})});
})();
"""
