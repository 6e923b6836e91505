package io.hjx.lang.emit;

import java.util.List;

/** Expressions where implementations of JavaScript like to go wrong. The names are those of {@link AgreementTest}. */
final class EdgeCases {

    /** The language is JavaScript here. */
    static final List<String> PLAIN = """
            0.1 + 0.2
            1e21
            123456789012345680000
            1e-7
            0.000001
            -0
            0 * -1
            [-0, 0].includes(-0)
            -0 === 0
            Object.is(-0, 0)
            Object.is(NaN, NaN)
            NaN === NaN
            [NaN].includes(NaN)
            [NaN].indexOf(NaN)
            1 / 0
            -1 % 2
            5.5 % -2
            0 % 0
            2 ** -1
            (-8) ** (1 / 3)
            2 ** 0.5
            NaN ** 0
            1 ** Infinity
            "3" * "4"
            "3" + 4
            "a" - 1
            +""
            +" 0x1F "
            +"0b11"
            +"1_000"
            +"-0"
            +"Infinity"
            +"1e1000"
            +"1,2"
            +[]
            +[5]
            +[1, 2]
            +{}
            +true
            +null
            +undefined
            [] + {}
            {} + 1
            [1, [2, null, undefined, [3]]] + ""
            `${[1, [2, 3]]} ${{}} ${null} ${undefined} ${-0} ${true}`
            null + 1
            undefined + 1
            true + true
            null == 0
            null == undefined
            null >= 0
            undefined == 0
            "" == 0
            "0" == false
            [] == false
            [] == ""
            [1] == 1
            [1, 2] == "1,2"
            {} == "[object Object]"
            [] == []
            nums == nums
            nums === nums
            "b" > "a"
            "10" < "9"
            "10" < 9
            "a" < 1
            [2] > 1
            null < 1
            undefined < 1
            "\\ud83d\\ude00" < "\\uffff"
            typeof null
            typeof undefined
            typeof nums
            typeof (x => x)
            typeof ""
            !""
            !"0"
            ![]
            !NaN
            zero || "x"
            zero ?? "x"
            nil ?? "x"
            empty && 1
            (nil || zero) ?? 1
            user?.address?.city
            nil?.a.b.c
            nil?.[zero].b
            nil?.foo()
            nil?.foo.bar(1).baz
            user.name?.toUpperCase()
            user.nope?.()
            user.nope?.().x.y
            user?.name.toUpperCase().length
            nums?.map(x => x * 2)?.length
            (nil?.a).b
            "age" in user
            0 in nums
            5 in nums
            "length" in nums
            "2" in bag
            1 in s
            nums[-1]
            nums["1"]
            nums["01"]
            nums[1.5]
            nums[-0]
            nums.length
            s.length
            s[0]
            s["1"]
            s[100]
            s.at(-1)
            s.at(-2)
            s.charAt(99)
            s.charAt(-1)
            s.charCodeAt(99)
            s.codePointAt(13)
            s.codePointAt(14)
            s.codePointAt(99)
            [...s]
            [...s].length
            s.slice(-3)
            s.slice(2, -2)
            s.slice(5, 2)
            s.slice(NaN, "4")
            s.substring(5, 2)
            s.substring(-3)
            s.substring(3, NaN)
            s.substr(-4, 2)
            s.substr(2)
            s.split("")
            s.split("", 3)
            s.split("l")
            s.split("l", 2)
            s.split()
            s.split("o", 0)
            "".split("")
            "".split(",")
            "a,b,".split(",")
            s.indexOf("l", 4)
            s.indexOf("")
            s.indexOf("", 99)
            s.lastIndexOf("l")
            s.lastIndexOf("l", 2)
            s.lastIndexOf("l", -5)
            s.lastIndexOf("")
            s.includes("World")
            s.includes("")
            s.startsWith("ell", 1)
            s.endsWith("Hell", 4)
            s.endsWith("x", 99)
            s.toUpperCase()
            "\u00df\u0130".toLowerCase() + "\u00df".toUpperCase()
            "  \\u00a0\\ufeff x \\u2003\\n".trim()
            " x ".trimStart() + "|"
            " x ".trimEnd() + "|"
            "ab".padStart(5, "xy")
            "ab".padEnd(5, "")
            "ab".padStart(1)
            "ab".padEnd(4.9)
            "ab".repeat(3)
            "ab".repeat(0)
            "ab".repeat(2.9)
            "ab".repeat(-1)
            "".repeat(1000000)
            "aXbX".replace("X", "-")
            "aXbX".replaceAll("X", "[$&$`$'$$$1$<a>]")
            "abc".replaceAll("", "-")
            "abc".replace("", "-")
            "abc".replace("b", (m, i, all) => m + i + all)
            "abc".replaceAll("b", x => undefined)
            "aaa".replaceAll("aa", "b")
            "abc".replace("z", "y")
            "abc".concat(1, null, [2])
            "e\\u0301".normalize()
            "\\u00e9".normalize("NFD").length
            "\\ufb01".normalize("NFKC")
            "x".normalize("bad")
            "a\\ud800b".isWellFormed()
            "a\\ud800b".toWellFormed()
            s.foo()
            nums.at(-1)
            nums.at(9)
            nums.at(NaN)
            nums.at("1")
            nums.concat(1, [2, [3]])
            nums.every(x => x > -2)
            none.every(x => false)
            none.some(x => true)
            nums.filter((x, i, all) => i % 2 && all.length)
            nums.find(x => x > 5)
            nums.find(x => x > 50)
            nums.findIndex(x => x > 50)
            nums.findLast(x => x > 1)
            nums.findLastIndex(x => x > 1)
            mixed.flat()
            [1, [2, [3, [4]]]].flat(Infinity)
            [1, [2, [3, [4]]]].flat(0)
            [1, [2]].flat(-1)
            [1, [2, [3]]].flat(undefined)
            nums.flatMap(x => [x, [x]])
            nums.flatMap(x => x)
            nums.forEach(x => x)
            nums.includes(2, 3)
            nums.includes(2, -4)
            nums.includes()
            [undefined].includes()
            nums.indexOf(2, -2)
            nums.indexOf("2")
            nums.lastIndexOf(1)
            nums.lastIndexOf(1, -5)
            nums.lastIndexOf(1, undefined)
            nums.lastIndexOf(3, -99)
            mixed.join()
            mixed.join("-")
            nums.join("")
            nums.join(undefined)
            nums.join(null)
            none.join()
            nums.map((x, i) => x + i)
            words.map(parseInt)
            ["10", "10", "10"].map(parseInt)
            ["1", "x", "", " 2 "].map(Number)
            mixed.map(String)
            mixed.filter(Boolean)
            nums.map(Math.abs)
            nums.map(nope)
            nums.map(1)
            nums.map()
            nums.reduce((a, b) => a + b)
            nums.reduce((a, b, i, all) => a + b * i + all.length, "")
            none.reduce((a, b) => a)
            none.reduce((a, b) => a, 5)
            nums.reduceRight((a, b) => a + "," + b)
            none.reduceRight((a, b) => a)
            nums.slice(-2)
            nums.slice(1, -1)
            nums.slice(3, 1)
            nums.slice(-99, 99)
            nums.toSorted()
            nums.toSorted((a, b) => a - b)
            nums.toSorted((a, b) => b > a ? 1 : -1)
            words.toSorted()
            [undefined, 3, null, undefined, 1].toSorted()
            [3, undefined, 1].toSorted((a, b) => a - b)
            todos.toSorted((a, b) => a.done - b.done).map(t => t.id)
            nums.toSorted("x")
            nums.toReversed()
            nums.toSpliced(1, 2)
            nums.toSpliced(-2)
            nums.toSpliced()
            nums.toSpliced(1, 0, "a", "b")
            nums.toSpliced(1, undefined, "a")
            nums.with(-1, 5)
            nums.with(9, 5)
            nums.toString()
            todos.filter(t => t.done).map(({title, ...rest}) => ({...rest, title: title + "!"}))
            todos.map(({id, done: d = 1, nope = id * 2}) => [id, d, nope])
            [[1, 2], [3]].map(([a, b = a]) => a + b)
            [[1, 2, 3]].map(([, ...r]) => r)
            ["ab"].map(([a, b]) => b + a)
            [[1]].map(([a, [b] = [2]]) => a + b)
            ((...all) => all)(1, ...nums, 2)
            ((a, b = a + 1, ...c) => [a, b, c])(1)
            ((a, b = a + 1, ...c) => [a, b, c])(1, undefined, 3, 4)
            (([a, b] = [1, 2], {c} = {c: 3}) => a + b + c)()
            (({"a b": x, ["c"]: y, 3: z}) => [x, y, z])({"a b": 1, c: 2, 3: 4})
            (x => y => x - y)(5)(3)
            (f => f(f, 5))((f, k) => k < 2 ? 1 : k * f(f, k - 1))
            ({a: x => x + 1}).a(2)
            ({a: {b: x => x + 1}}).a.b(2)
            ({a: 1}).a(2)
            n()
            user.name()
            [...nums, ...s.slice(0, 2)]
            [...nil]
            [...5]
            [...{}]
            Math.max(...nums)
            Math.max()
            Math.min()
            Math.max(1, NaN, 3)
            Math.max(-0, 0)
            Math.max("5", [6], null)
            ({...user, age: 37, ...nil, ...undefined})
            ({..."ab", ...[1], ...5})
            ({b: 1, 2: 2, a: 3, 1: 4})
            ({a: 1, b: 2, a: 3})
            ({[n]: 1, [`k${n}`]: 2, [nil]: 3, [[1, 2]]: 4})
            ({1.5: "a", 0x10: "b", 1e21: "c"})
            Object.keys(bag)
            Object.values(bag)
            Object.entries(bag)
            Object.keys("ab")
            Object.keys([5, 6])
            Object.keys(5)
            Object.keys(nil)
            Object.entries(["a"])
            Object.fromEntries([["a", 1], ["2", 2], ["1", 3], ["a", 4]])
            Object.fromEntries(Object.entries(user).filter(([k]) => k !== "tags"))
            Object.fromEntries([5])
            Object.fromEntries(nil)
            Object.assign({}, user, {age: 1}, nil)
            Object.assign(nil, {})
            Object.hasOwn(user, "name")
            Object.hasOwn(nums, "length")
            Object.hasOwn(nums, 9)
            user.hasOwnProperty("toString")
            Array.isArray(nums)
            Array.isArray("x")
            Array.from("a\\ud83d\\ude00b")
            Array.from({length: 3})
            Array.from({length: 3}, (_, i) => i * i)
            Array.from({length: 2, 0: "a", 1: "b"})
            Array.from(nums, x => x + 1)
            Array.from(5)
            Array.from(nil)
            Array.of(1, 2, undefined)
            Array.of(7)
            JSON.stringify(user)
            JSON.stringify([undefined, x => x, NaN, -0, Infinity])
            JSON.stringify({a: undefined, b: x => x, c: null})
            JSON.stringify(undefined)
            JSON.stringify(x => x)
            JSON.stringify("\\u2028\\ud800\\"\\\\\\u0001\\n/\u00e9")
            JSON.stringify(user, nil, 2)
            JSON.stringify({a: [], b: {}, c: [1]}, nil, "--")
            JSON.stringify(user, ["age", "name"])
            JSON.stringify(user, (k, v) => typeof v === "number" ? v + 1 : v)
            JSON.stringify(nums, nil, 99)
            JSON.parse('{"a":[1,2,{"b":null}],"c":"\\\\u00e9"}')
            JSON.parse(" [1, -0, 1e5, -1.5E-2] ")
            JSON.parse("[1,]")
            JSON.parse("")
            JSON.parse("01")
            JSON.parse("{'a':1}")
            JSON.parse('{"__proto__":1,"a":2}')
            JSON.parse("nul")
            JSON.parse(nil)
            JSON.parse("[1,[2,3]]", (k, v) => Array.isArray(v) ? v : v * 2)
            JSON.parse('{"a":1,"b":2}', (k, v) => k === "a" ? undefined : v)
            Number("12px")
            Number()
            Number("")
            Number(nums)
            Number([7])
            Number({})
            String()
            String(nums)
            String({})
            String(null)
            String(-0)
            Boolean("false")
            Boolean()
            parseInt("12.9px")
            parseInt("0x1f")
            parseInt("0x1f", 10)
            parseInt("z", 36)
            parseInt("12", 1)
            parseInt("")
            parseInt("-0")
            parseInt(null)
            parseInt("1e3")
            parseInt(0.0000005)
            parseInt("9007199254740993")
            parseInt("11", 2.9)
            parseInt("11", "0x10")
            parseFloat("3.14abc")
            parseFloat(".5.")
            parseFloat("-.5e-2x")
            parseFloat("e5")
            parseFloat("1e")
            parseFloat("Infinityx")
            parseFloat("0x10")
            isNaN("x")
            isNaN(undefined)
            isFinite("12")
            isFinite(nil)
            encodeURIComponent("a b&c/\u00e9\ud83d\ude00-_.!~*'()")
            encodeURIComponent("\\ud800")
            Number.isInteger(5)
            Number.isInteger("5")
            Number.isInteger(5.5)
            Number.isSafeInteger(9007199254740992)
            Number.isNaN("x")
            Number.isFinite("1")
            Number.MAX_SAFE_INTEGER + Number.EPSILON
            Number.MIN_VALUE
            Number.MAX_VALUE
            Number.parseFloat("1.5x")
            Math.PI
            Math.SQRT1_2 + Math.LN2 + Math.LOG10E
            Math.abs(-5)
            Math.abs("-5")
            Math.abs(null)
            Math.abs()
            Math.ceil(-0.5)
            Math.floor(-0.5)
            Math.round(0.5)
            Math.round(-0.5)
            Math.round(-0.2)
            Math.round(2.5)
            Math.round(-2.5)
            Math.round(0.49999999999999994)
            Math.round(9007199254740991)
            Math.round(4503599627370495.5)
            Math.round(NaN)
            Math.trunc(-0.9)
            Math.sign(-3)
            Math.sign(-0)
            Math.sqrt(2)
            Math.cbrt(27)
            Math.hypot(3, 4)
            Math.hypot(NaN, Infinity)
            Math.fround(5.5)
            Math.fround(5.05)
            Math.imul(0xffffffff, 5)
            Math.clz32(1)
            Math.clz32(-1)
            Math.clz32(4294967296)
            Math.log2(8)
            Math.log10(1000)
            Math.pow(2, 10)
            Math.atan2(0, -0)
            Math.asinh(-0)
            Math.atanh(1)
            Math.acosh(0.5)
            (25).toString(36)
            (0.5).toString(2)
            (-255).toString(16)
            (0.1).toString(3)
            (1e21).toString()
            (5).toString(1)
            (1.005).toFixed(2)
            (1.45).toFixed(1)
            (-1.5).toFixed(0)
            (2.5).toFixed()
            (1e21).toFixed(2)
            (0).toFixed(2)
            (-0.0000001).toFixed(2)
            (-0).toFixed(1)
            (10).toFixed(101)
            (123.456).toPrecision(4)
            (0.00001).toPrecision(1)
            (0.0000001234).toPrecision(2)
            (1e21).toPrecision(3)
            (99.99).toPrecision(2)
            (5).toPrecision()
            (5).toPrecision(0)
            (12345).toExponential()
            (12345).toExponential(2)
            (0).toExponential(2)
            (-1.5e-9).toExponential()
            NaN.toFixed(2)
            Infinity.toPrecision(3)
            (5).foo()
            true.toString()
            String.fromCharCode(72, 105, 0x1F600)
            String.fromCodePoint(128512, 65)
            String.fromCodePoint(1.5)
            String.fromCodePoint(-1)
            t ? f ? 1 : 2 : 3
            nil ? 1 : "x" ? 2 : 3
            nums.map(x => x % 2 ? "odd" : "even").join()
            [[1, 2], [3, 4]].map(r => r.map(c => c * 2))
            nums.map(x => nums.map(y => x * y))
            typeof Math.abs
            typeof parseInt
            - -n
            +-n
            -(-n)
            !!n
            n - -m
            """.lines().map(EdgeCases::grouped).toList();

    /** The language has its own rules here; server and browser agree on them. */
    static final List<String> OWN = List.of(
            "nums + [4]",
            "nums + none + [[1]]",
            "none + none",
            "nums + 4",
            "[] + null",
            "nums + s",
            "nil.a",
            "nil.a.b.c",
            "user.nope.x",
            "user.nope.x.y()",
            "nil[0]",
            "undefined.length",
            "n.x",
            "t.x.y",
            "(x => x).length",
            "(x => x).foo",
            "s.constructor",
            "s.map",
            "nums.constructor",
            "nums.map",
            "nums.__proto__",
            "user.__proto__",
            "user.constructor",
            "user.toString",
            "user['toString']",
            "odd.__proto__",
            "odd.constructor",
            "odd.toString",
            "odd.length",
            "odd + ''",
            "odd - 1",
            "`${odd}`",
            "String(odd)",
            "odd == 1",
            "odd.toString()",
            "odd.valueOf()",
            "user.toString()",
            "user.valueOf()",
            "[odd] + ''",
            "+odd",
            "odd < 1",
            "isNaN(odd)",
            "Math.abs(odd)",
            "({__proto__: 1})",
            "({__proto__: user}).name",
            "({...odd})",
            "Object.assign({}, odd)",
            "JSON.parse('{\"__proto__\":{\"x\":1}}').x",
            "Object.fromEntries([['__proto__', 1]])",
            "({['__proto__']: 1, x: 2})",
            "(({__proto__: p}) => p)(odd)",
            "(({constructor}) => constructor)(user)",
            "(({length}) => length)(nums)",
            "(({a}) => a)(nil)",
            "(({a, ...r}) => [a, r])(undefined)",
            "(({a, ...r}) => [a, r])('xy')",
            "(({...r}) => r)(odd)",
            "(([a]) => a)(nil)",
            "(([a]) => a)(5)",
            "(([a]) => a)({})",
            "'__proto__' in user",
            "'toString' in user",
            "'toString' in odd",
            "'length' in nums",
            "1 in 5",
            "'a' in nil",
            "nums.push(4)",
            "nums.push(4, [5], ...words)",
            "nums.push()",
            "nums.unshift(1, 2)",
            "nums.sort()",
            "nums.sort((a, b) => a - b)",
            "nums.sort((a, b) => a > b)",
            "nums.sort((a, b) => a < b)",
            "nums.sort(() => 1)",
            "nums.sort(() => -1)",
            "nums.sort(() => NaN)",
            "nums.sort((a, b) => [a - b])",
            "nums.sort((a, b) => String(a - b))",
            "nums.sort(nil)",
            "nums.sort(undefined)",
            "nums.reverse()",
            "nums.keys()",
            "words.entries()",
            "words.values()",
            "nums.splice(1)",
            "nums.pop()",
            "nums.shift()",
            "nums.fill(0)",
            "nums.copyWithin(0, 1)",
            "s.match('x')",
            "nums.nope()",
            "nums",
            "[x => x] + ''",
            "`${x => x}`",
            "(x => x) + 1",
            "Math.random()",
            "Date.now()",
            "uuid()",
            "n.toLocaleString()",
            "s.localeCompare('x')",
            "Math.nope()",
            "Math.nope",
            "Math.nope.x",
            "Nope.x",
            "nope",
            "Math",
            "Object.nope(1)",
            "nope()",
            "user.constructor()",
            "nums.constructor(5)",
            "s.constructor('x')",
            "s['constructor']",
            "user['__proto__']['x']",
            "user.hasOwnProperty('__proto__')",
            "odd.hasOwnProperty('__proto__')",
            "mixed.join(odd)",
            "mixed.toString()",
            "[[odd]].join()",
            "[odd, 1].sort()",
            "[3, undefined, 1].sort()",
            "[user, 'b', 5].sort()",
            "[,1].map(x => x)",
            "[1,,2]",
            "({toString: () => 'x'}) + ''",
            "({valueOf: () => 5}) * 2",
            "({toString: () => 'x'}).toString()",
            "(constructor => constructor)(1)",
            "((a, a$) => a + a$)(1, 2)",
            "(($, $0) => [$, $0])(1, 2)",
            "(s => s.length)(nums)",
            "(arguments => arguments)(1)",
            "(eval => eval)(1)",
            "nums.map(({x}) => x)",
            "todos.map(({id, title: [first]}) => id + first)",
            "((a, {b = a, c = b} = {}) => [a, b, c])(1)",
            "user?.['na' + 'me']",
            "nil?.['x'].y()",
            "user.nope?.x.y()",
            "user?.nope.x()",
            "user?.address.city.toUpperCase().at(-1)",
            "nums?.at?.(0)",
            "nums?.nope?.(0)",
            "nums.nope?.(0).x.y()",
            "nil?.(1)",
            "nope?.(1)",
            "user?.tags?.[0]?.toUpperCase?.()?.length",
            "(nil?.a.b).c",
            "(nil?.a()).b",
            "'a'.concat(odd)",
            "s.includes(odd)",
            "s.split(odd)",
            "nums.at(odd)",
            "nums.slice(odd)",
            "Number(odd)",
            "parseInt(odd)",
            "odd.x?.y",
            "big.x",
            "(5).length",
            "mixed.map(x => x.a)");

    private EdgeCases() {}

    /** A line that begins with a brace would be a block to JavaScript. */
    private static String grouped(String line) {
        return line.startsWith("{") ? "(" + line + ")" : line;
    }
}
