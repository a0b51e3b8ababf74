<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n cell(s) find no column here and are left out.</source>
        <translation>
            <numerusform>%n cell finds no column here and is left out.</numerusform>
            <numerusform>%n cells find no column here and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) not understood: not written.</source>
        <translation>
            <numerusform>%n cell not understood: not written.</numerusform>
            <numerusform>%n cells not understood: not written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) to change</source>
        <translation>
            <numerusform>%n entry to change</numerusform>
            <numerusform>%n entries to change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied with their headings</source>
        <translation>
            <numerusform>%n row copied with its headings</numerusform>
            <numerusform>%n rows copied with their headings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) that can’t be created</source>
        <translation>
            <numerusform>%n row that can’t be created</numerusform>
            <numerusform>%n rows that can’t be created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {file}</source>
        <translation>
            <numerusform>%n row written to {file}</numerusform>
            <numerusform>%n rows written to {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to create</source>
        <translation>
            <numerusform>%n to create</numerusform>
            <numerusform>%n to create</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In all %n row(s) of this list.</source>
        <translation>
            <numerusform>In the only row of this list.</numerusform>
            <numerusform>In all %n rows of this list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the %n selected row(s).</source>
        <translation>
            <numerusform>In the selected row.</numerusform>
            <numerusform>In the %n selected rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n change(s)</source>
        <translation>
            <numerusform>Write %n change</numerusform>
            <numerusform>Write %n changes</numerusform>
        </translation>
    </message>
</context>
</TS>
