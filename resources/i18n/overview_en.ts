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
        <source>{step} (%n record(s) here)</source>
        <translation>
            <numerusform>{step} (%n record here)</numerusform>
            <numerusform>{step} (%n records here)</numerusform>
        </translation>
    </message>
</context>
</TS>
