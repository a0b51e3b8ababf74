<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n instrument(s)</source>
        <translation>
            <numerusform>%n instrument</numerusform>
            <numerusform>%n instruments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member institution(s)</source>
        <translation>
            <numerusform>%n member institution</numerusform>
            <numerusform>%n member institutions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more not shown</source>
        <translation>
            <numerusform>%n more not shown</numerusform>
            <numerusform>%n more not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>contact(s)</source>
        <translation>
            <numerusform>contact</numerusform>
            <numerusform>contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>event(s) and visit(s)</source>
        <translation>
            <numerusform>event or visit</numerusform>
            <numerusform>events and visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>infrastructure(s) used</source>
        <translation>
            <numerusform>infrastructure used</numerusform>
            <numerusform>infrastructures used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>instrument(s) in all</source>
        <translation>
            <numerusform>instrument in all</numerusform>
            <numerusform>instruments in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>joint output(s)</source>
        <translation>
            <numerusform>joint output</numerusform>
            <numerusform>joint outputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>member institution(s)</source>
        <translation>
            <numerusform>member institution</numerusform>
            <numerusform>member institutions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mission(s) in {year}</source>
        <translation>
            <numerusform>mission in {year}</numerusform>
            <numerusform>missions in {year}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mission(s) today</source>
        <translation>
            <numerusform>mission today</numerusform>
            <numerusform>missions today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>partner(s)</source>
        <translation>
            <numerusform>partner</numerusform>
            <numerusform>partners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>person(s) in its units</source>
        <translation>
            <numerusform>person in its units</numerusform>
            <numerusform>people in its units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>person(s) of the unit</source>
        <translation>
            <numerusform>person of the unit</numerusform>
            <numerusform>people of the unit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>running instrument(s)</source>
        <translation>
            <numerusform>running instrument</numerusform>
            <numerusform>running instruments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{step} (%n entry(ies) here)</source>
        <translation>
            <numerusform>{step} (%n entry here)</numerusform>
            <numerusform>{step} (%n entries here)</numerusform>
        </translation>
    </message>
</context>
</TS>
