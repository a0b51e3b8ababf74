<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n % sure</source>
        <translation>
            <numerusform>%n % sure</numerusform>
            <numerusform>%n % sure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here and equal</source>
        <translation>
            <numerusform>%n already here and equal</numerusform>
            <numerusform>%n already here and equal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) not understood</source>
        <translation>
            <numerusform>%n cell not understood</numerusform>
            <numerusform>%n cells not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) taken</source>
        <translation>
            <numerusform>%n change taken</numerusform>
            <numerusform>%n changes taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) taken in.</source>
        <translation>
            <numerusform>%n change taken in.</numerusform>
            <numerusform>%n changes taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), entered in the exchanges.</source>
        <translation>
            <numerusform>%n change, entered in the exchanges.</numerusform>
            <numerusform>%n changes, entered in the exchanges.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed cell(s)</source>
        <translation>
            <numerusform>%n changed cell</numerusform>
            <numerusform>%n changed cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) kept apart</source>
        <translation>
            <numerusform>%n column kept apart</numerusform>
            <numerusform>%n columns kept apart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) of this base</source>
        <translation>
            <numerusform>%n copy of this base</numerusform>
            <numerusform>%n copies of this base</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s)</source>
        <translation>
            <numerusform>%n disagreement</numerusform>
            <numerusform>%n disagreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s) to decide</source>
        <translation>
            <numerusform>%n disagreement to decide</numerusform>
            <numerusform>%n disagreements to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s) to decide in “To review”.</source>
        <translation>
            <numerusform>%n disagreement to decide in “To review”.</numerusform>
            <numerusform>%n disagreements to decide in “To review”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s), both values kept until you decide</source>
        <translation>
            <numerusform>%n disagreement, both values kept until you decide</numerusform>
            <numerusform>%n disagreements, both values kept until you decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) brought back</source>
        <translation>
            <numerusform>%n entry brought back</numerusform>
            <numerusform>%n entries brought back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to decide</source>
        <translation>
            <numerusform>%n field to decide</numerusform>
            <numerusform>%n fields to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to review</source>
        <translation>
            <numerusform>%n file to review</numerusform>
            <numerusform>%n files to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files: send them all.</source>
        <translation>
            <numerusform>%n file: send it.</numerusform>
            <numerusform>%n files: send them all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n likely duplicate(s)…</source>
        <translation>
            <numerusform>%n likely duplicate…</numerusform>
            <numerusform>%n likely duplicates…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) without an answer</source>
        <translation>
            <numerusform>%n name without an answer</numerusform>
            <numerusform>%n names without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entry(ies)</source>
        <translation>
            <numerusform>%n new entry</numerusform>
            <numerusform>%n new entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entry(ies) that rows name</source>
        <translation>
            <numerusform>%n new entry that rows name</numerusform>
            <numerusform>%n new entries that rows name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new row(s)</source>
        <translation>
            <numerusform>%n new row</numerusform>
            <numerusform>%n new rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} taken</source>
        <translation>
            <numerusform>%n of {all} taken</numerusform>
            <numerusform>%n of {all} taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) merged</source>
        <translation>
            <numerusform>%n pair merged</numerusform>
            <numerusform>%n pairs merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put aside</source>
        <translation>
            <numerusform>%n put aside</numerusform>
            <numerusform>%n put aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s)</source>
        <translation>
            <numerusform>%n removal</numerusform>
            <numerusform>%n removals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed entry(ies)</source>
        <translation>
            <numerusform>%n removed entry</numerusform>
            <numerusform>%n removed entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n return(s)</source>
        <translation>
            <numerusform>%n return</numerusform>
            <numerusform>%n returns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read</source>
        <translation>
            <numerusform>%n row read</numerusform>
            <numerusform>%n rows read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) to decide</source>
        <translation>
            <numerusform>%n row to decide</numerusform>
            <numerusform>%n rows to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), checked by reading the file again. It is listed under Workbooks out.</source>
        <translation>
            <numerusform>%n row, checked by reading the file again. It is listed under Workbooks out.</numerusform>
            <numerusform>%n rows, checked by reading the file again. It is listed under Workbooks out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s): {first} … {last}</source>
        <translation>
            <numerusform>%n sheet: {first} … {last}</numerusform>
            <numerusform>%n sheets: {first} … {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), the last ones first</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps, the last ones first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to decide.</source>
        <translation>
            <numerusform>%n still to decide.</numerusform>
            <numerusform>%n still to decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n twice in the file</source>
        <translation>
            <numerusform>%n twice in the file</numerusform>
            <numerusform>%n twice in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) in doubt</source>
        <translation>
            <numerusform>%n value in doubt</numerusform>
            <numerusform>%n values in doubt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of ours kept.</source>
        <translation>
            <numerusform>%n value of ours kept.</numerusform>
            <numerusform>%n values of ours kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of this step were changed since and stay as they are:</source>
        <translation>
            <numerusform>%n value of this step was changed since and stays as it is:</numerusform>
            <numerusform>%n values of this step were changed since and stay as they are:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with changes</source>
        <translation>
            <numerusform>%n with changes</numerusform>
            <numerusform>%n with changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workbook(s)</source>
        <translation>
            <numerusform>%n workbook</numerusform>
            <numerusform>%n workbooks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workbook(s) out</source>
        <translation>
            <numerusform>%n workbook out</numerusform>
            <numerusform>%n workbooks out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add the %n that nothing resembles</source>
        <translation>
            <numerusform>Add the one that nothing here resembles</numerusform>
            <numerusform>Add the %n that nothing here resembles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Apply %n change</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring %n entry(ies) back</source>
        <translation>
            <numerusform>Bring %n entry back</numerusform>
            <numerusform>Bring %n entries back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n pair(s) with the same official number?</source>
        <translation>
            <numerusform>Merge %n pair with the same official number?</numerusform>
            <numerusform>Merge %n pairs with the same official number?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge the %n certain one(s)…</source>
        <translation>
            <numerusform>Merge the certain one (%n)…</numerusform>
            <numerusform>Merge the %n certain ones…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is lost in %n kind(s) of handling: {handlings}.</source>
        <translation>
            <numerusform>Nothing is lost in %n kind of handling: {handlings}.</numerusform>
            <numerusform>Nothing is lost in %n kinds of handling: {handlings}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the one proposed for %n name(s)</source>
        <translation>
            <numerusform>Take the entry proposed</numerusform>
            <numerusform>Take the entry proposed for these %n names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same for %n other cell(s) with the same text</source>
        <translation>
            <numerusform>The same for %n other cell with the same text</numerusform>
            <numerusform>The same for %n other cells with the same text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo the other %n</source>
        <translation>
            <numerusform>Undo the other %n</numerusform>
            <numerusform>Undo the other %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>absent row(s)</source>
        <translation>
            <numerusform>absent row</numerusform>
            <numerusform>absent rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>add to ours</source>
        <translation>
            <numerusform>adds to ours</numerusform>
            <numerusform>add to ours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other entry(ies)</source>
        <translation>
            <numerusform>and %n other entry</numerusform>
            <numerusform>and %n other entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed on both sides</source>
        <translation>
            <numerusform>changed on both sides</numerusform>
            <numerusform>changed on both sides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed only there</source>
        <translation>
            <numerusform>changed only there</numerusform>
            <numerusform>changed only there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differ from ours</source>
        <translation>
            <numerusform>differs from ours</numerusform>
            <numerusform>differ from ours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>identical</source>
        <translation>
            <numerusform>identical</numerusform>
            <numerusform>identical</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new entry(ies)</source>
        <translation>
            <numerusform>new entry</numerusform>
            <numerusform>new entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removed there</source>
        <translation>
            <numerusform>removed there</numerusform>
            <numerusform>removed there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>row(s) put aside</source>
        <translation>
            <numerusform>row put aside</numerusform>
            <numerusform>rows put aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>to clear up</source>
        <translation>
            <numerusform>to clear up</numerusform>
            <numerusform>to clear up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{made} of %n decision(s) made</source>
        <translation>
            <numerusform>{made} of %n decision made</numerusform>
            <numerusform>{made} of %n decisions made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{whom} still holds the workbook of {day}, %n day(s) late.</source>
        <translation>
            <numerusform>{whom} still holds the workbook of {day}, %n day late.</numerusform>
            <numerusform>{whom} still holds the workbook of {day}, %n days late.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is taken in: %n change(s).</source>
        <translation>
            <numerusform>“{name}” is taken in: %n change.</numerusform>
            <numerusform>“{name}” is taken in: %n changes.</numerusform>
        </translation>
    </message>
</context>
</TS>
